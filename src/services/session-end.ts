type SessionEnd = 'SESSION_EXPIRED' | 'SIGN_IN_REQUIRED';

let handler: ((reason: SessionEnd) => void) | null = null;

/** The app says once what happens when the cloud no longer knows the caller. */
export const onSessionEnd = (next: (reason: SessionEnd) => void): void => {
  handler = next;
};

export const reportSessionEnd = (reason: SessionEnd): void => handler?.(reason);
