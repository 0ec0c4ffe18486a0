ALTER TABLE "bulk_item" DROP CONSTRAINT "bulk_item_dataset_id_case_id_review_case_dataset_id_id_fk";
