import type { AccountField } from "../provider.ts";

const plainId = /^[A-Za-z0-9_-]{1,128}$/;

/** What names an account on Kore.ai beside the client secret. */
export const accountFields: readonly AccountField[] = [
  {
    name: "clientId",
    label: "Client id",
    must: "must be the client id of the app whose secret this is",
    pattern: plainId,
    required: true,
  },
  {
    name: "streamId",
    label: "App id",
    must: 'must be the app id that begins with "st-"',
    pattern: /^st-[A-Za-z0-9_-]{1,125}$/,
    required: true,
  },
  {
    name: "accountId",
    label: "Account id",
    must: "must be the id of the Kore.ai account",
    pattern: plainId,
    required: true,
  },
  {
    name: "subject",
    label: "Subject of the token",
    must: "must be printable characters without blanks, such as an e-mail address, or be left out",
    pattern: /^[!-~]{1,256}$/,
    required: false,
  },
];
