/** What an editor of the contract may get wrong: a single edit, and the message that it must be answered with. */
// @ts-nocheck

export interface LintCase {
  edit: [file: string, from: string | RegExp, to: string];
  /** Files to write first. */
  add?: Record<string, string>;
  /** A text on the line that the message names, in the edited file or in another. @default the first line of `to` */
  at?: string | [file: string, text: string];
  says: string;
}
