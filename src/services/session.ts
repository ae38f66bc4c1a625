import { useEffect } from 'react';
import { endSession } from './local-identities';
import { announceLeave, currentUrl, goToWelcome } from './navigate';
import { forgetReads } from './query-client';
import { dropSession, session } from './session-store';
import { useWatched } from './watched';

type SessionView = { status: 'loading' | 'signedOut' | 'signedIn'; signOut(): Promise<void> };

async function signOut(): Promise<void> {
  await endSession();
  announceLeave({ from: undefined });
  dropSession();
  forgetReads();
  await goToWelcome();
}

/** Whether somebody is signed in here. On WeChat everyone always is. */
export function useSession(): SessionView {
  return { status: useWatched(session) ? 'signedIn' : 'signedOut', signOut };
}

/**
 * Whether this page may be shown; somebody who is not signed in is taken to the sign-in page and back afterwards.
 * A page that `isOpen` is shown to anybody.
 */
export function useSignedInHere(isOpen: boolean): boolean {
  const mayStay = useWatched(session) !== null || isOpen;
  useEffect(() => {
    if (!mayStay) void goToWelcome({ from: currentUrl() });
  }, [mayStay]);
  return mayStay;
}
