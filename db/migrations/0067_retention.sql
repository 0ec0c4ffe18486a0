-- The day until which somebody is kept is set anew when their request is still needed on it.
GRANT UPDATE (retain_until) ON takedown_contact TO winnow_app;
