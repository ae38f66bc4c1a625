import type { Log } from '../log';
import type { Route } from './http';

const FROM_FUNCTION = 'from=function';

/** The address functions find in their environment in-process. Nobody should need it: see `ownSdkNotice`. */
export function addressForFunctions(serviceUrl: string): string {
  // The SDK joins its own query to one that is there without a separator.
  return `${serviceUrl}?${FROM_FUNCTION}&`;
}

/**
 * Says, once, that a function's request came over HTTP although requests stay in this process: its bundle has a copy
 * of the SDK inside, which nobody can route.
 */
export function ownSdkNotice(log: Log): Route {
  let isTold = false;
  return async (_request, _response, url) => {
    if (isTold || !url.search.includes(FROM_FUNCTION)) return false;
    isTold = true;
    log({
      level: 'warn',
      message:
        'a function reached the database over HTTP: its bundle contains a copy of the SDK. ' +
        'Leave @cloudbase/node-sdk and wx-server-sdk out of bundles that run in-process (see docs/LOCALCLOUD.md)',
    });
    return false;
  };
}
