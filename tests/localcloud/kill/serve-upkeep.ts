import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { systemClock } from '@localcloud/clock';
import { silent } from '@localcloud/log';
import { Files } from '@localcloud/services/storage/files';
import type { Store } from '@localcloud/store/store';
import { Holds } from '@localcloud/upkeep/holds';
import { upkeepRoute } from '@localcloud/upkeep/upkeep-route';
import { UPKEEP_KEY } from './order';

/** Lets another process make backups, as a running localcloud does; tells its address. Call before anything is written. */
export function serveUpkeep(store: Store, file: string, tell: (url: string) => void): void {
  const files = new Files(join(dirname(file), 'files'), store.engine, systemClock);
  const holds = new Holds(store, files);
  const tasks = {
    hold: () => holds.take(),
    renew: ({ id }: { readonly id?: unknown }) => holds.renew(id),
    release: ({ id }: { readonly id?: unknown }) => holds.release(id),
  };
  const route = upkeepRoute(tasks, UPKEEP_KEY, silent);
  const server = createServer((request, response) => {
    void route(request, response, new URL(request.url ?? '', 'http://localhost'));
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') tell(`http://127.0.0.1:${address.port}`);
  });
}
