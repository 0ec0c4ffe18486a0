import { paragraphs, type Template } from '../message'

export const copyWelcome: Template<{ url: string }> = {
  name: 'copy-welcome',
  render: ({ url }) => ({
    subject: 'You are registered as a holder of copies',
    text: paragraphs(
      'From now on you are told of new releases, of releases that must not be used any more, and of what has to go between two releases. On this page you say which release you have applied, and there you also stop the letters or leave:',
      url,
      'Keep the address of the page to yourself: who has it can do all of that.',
    ),
  }),
}
