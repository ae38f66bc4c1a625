/** CloudBase's published limits, as data. Units are in the names. */
export const DATABASE_LIMITS = {
  defaultDocumentsPerGet: 100,
  maxDocumentsPerGet: 1000,
  maxDocumentBytes: 16 * 1024 * 1024,
  maxCollections: 100,
  maxIndexesPerCollection: 100,
  maxFieldsPerIndex: 31,
  maxIndexedValueBytes: 1024,
  transactionSeconds: 30,
  /** Above so many documents a query without an index is reported by name, and refused in strict mode. */
  unindexedDocuments: 1000,
} as const;

export const FUNCTION_LIMITS = {
  maxRequestBytes: 100 * 1024,
  maxResponseBytes: 6 * 1024 * 1024,
  minTimeoutSeconds: 1,
  maxTimeoutSeconds: 900,
  minMemoryMegabytes: 64,
  maxMemoryMegabytes: 3072,
  /** What a function has that does not say. */
  memoryMegabytes: 256,
} as const;

export const STORAGE_LIMITS = {
  maxUploadBytes: 10 * 1024 * 1024,
  maxPathCharacters: 850,
  defaultLinkSeconds: 7200,
  maxLinkSeconds: 7 * 24 * 3600,
} as const;

/** localcloud's own, so that no session can fill the disk; CloudBase publishes no such limits. */
export const UPLOAD_LIMITS = {
  uploadsPerHour: 60,
  maxBytesPerDay: 200 * 1024 * 1024,
} as const;

/** localcloud's own: of the calls that stand in for WeChat's so many are kept, the newest. */
export const WECHAT_LIMITS = { keptCalls: 10_000 } as const;

export const WIRE_LIMITS = {
  maxAdminRequestBytes: 100 * 1024 * 1024,
  signatureValidSeconds: 600,
} as const;

export const SESSION_LIMITS = { validDays: 30 } as const;

export const SIGN_IN_LIMITS = {
  invitationMinutes: 10,
  /** Wrong codes an address may send within `failureMinutes`. */
  failuresPerAddress: 10,
  failureMinutes: 10,
} as const;
