/** The codes production answers with, and when. */
export const CLOUD_CODES = {
  INVALID_PARAM: 'a request field is missing or has the wrong shape',
  INVALID_ACTION: 'the action is not one localcloud answers',
  SIGN_PARAM_INVALID: 'the request is unsigned, wrongly signed or too old',
  SYS_ERR: 'the machine failed: disk full, file damaged',
  EXCEED_REQUEST_SIZE_LIMIT: 'the request body is larger than production accepts',
  DATABASE_REQUEST_FAILED: 'the engine refused the operation; duplicates say E11000',
  DATABASE_COLLECTION_NOT_EXIST: 'no such collection',
  DATABASE_COLLECTION_EXCEED_LIMIT: 'more collections than an environment may hold',
  DATABASE_TRANSACTION_CONFLICT: 'another write reached the same document first',
  DATABASE_TRANSACTION_FAIL: 'the transaction is unknown, finished or older than 30 seconds',
  FUNCTION_NOT_FOUND: 'no such function, or not one a client may call',
  FUNCTIONS_EXECUTE_FAIL: 'the function threw',
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 'the function ran past its time limit',
  SESSION_EXPIRED: 'the caller has no valid session',
  SIGN_IN_CODE_INVALID: 'the code is not good (any more)',
  SIGN_IN_CODE_USED: 'the code has signed somebody in before',
  SIGN_IN_REFUSED: 'WeChat does not let this account in',
  SIGN_IN_TOO_OFTEN: 'too many tries',
  LIVE_TOO_MANY: 'too many streams of changes are open',
  SIGN_IN_UNAVAILABLE: 'WeChat cannot be asked, or this server has no mini-program',
  STORAGE_FILE_NONEXIST: 'no such file',
  STORAGE_EXCEED_AUTHORITY: 'the file is somebody else’s, or the link is not valid',
  STORAGE_FILE_TYPE_REFUSED: 'a client may upload pictures only',
  STORAGE_FILE_TOO_LARGE: 'the file is larger than the limit',
  STORAGE_UPLOAD_TOO_OFTEN: 'this person has uploaded too many files, or too much, lately',
} as const;

export type CloudCode = keyof typeof CLOUD_CODES;

/** An expected refusal: `code` is production's, `message` says what to do. Anything else thrown is a bug. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudCode,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** Refuses something CloudBase has and localcloud does not, naming it and the page that lists what is supported. */
export function unsupported(what: string): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `${what} is not supported by localcloud (see docs/LOCALCLOUD.md)`,
  );
}
