import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@localcloud/error-facts';
import { restoreBackup } from '@localcloud/upkeep/restore';
import { noProgress } from '@localcloud/upkeep/progress';
import { fillBulk, judgeBulk } from './bulk';
import { runUntilKilled } from './cycle';
import { Ledger } from './ledger';
import { openStore } from './open-store';
import { backUpFromOutside } from './outside-backups';
import { plan, randomNumbers, type KillKind } from './moments';
import { countKill, type KillReport } from './report';
import { judge, type Accuse } from './verdict';

/** After so many kills a file is left behind for a new one, so that reading it all stays quick. */
const KILLS_PER_FILE = 20;

type Campaign = {
  /** The bundled writer. */
  readonly writer: string;
  readonly folder: string;
  readonly kinds: readonly KillKind[];
  readonly seed: number;
  /** Whether files hold a large collection as well. */
  readonly isBulk: boolean;
};

/** Kills one writer after the other on the same file, and judges the file each time. */
export async function runCampaign(campaign: Campaign, report: KillReport): Promise<void> {
  mkdirSync(campaign.folder, { recursive: true });
  const template = join(campaign.folder, 'template.db');
  if (campaign.isBulk) fillBulk(template);
  const below = randomNumbers(campaign.seed);
  for (let from = 0; from < campaign.kinds.length; from += KILLS_PER_FILE) {
    const folder = join(campaign.folder, `from-${from}`);
    mkdirSync(folder);
    if (campaign.isBulk) copyFileSync(template, join(folder, 'localcloud.db'));
    const life = new FileLife(campaign, folder, below, report);
    for (const kind of campaign.kinds.slice(from, from + KILLS_PER_FILE)) await life.kill(kind);
    rmSync(folder, { recursive: true });
  }
}

class FileLife {
  private readonly ledger = new Ledger();
  private generation = 0;
  private bulk: 'first' | 'second' = 'first';

  constructor(
    private readonly campaign: Campaign,
    private readonly folder: string,
    private readonly below: (bound: number) => number,
    private readonly report: KillReport,
  ) {}

  async kill(kind: KillKind): Promise<void> {
    const { order, moment } = plan(kind, this.below);
    const file = join(this.folder, 'localcloud.db');
    const backupFolder = join(this.folder, 'backups');
    if (kind === 'index build') this.bulk = this.bulk === 'first' ? 'second' : 'first';
    if (kind === 'backup') mkdirSync(join(backupFolder, 'files'), { recursive: true });
    const accuse: Accuse = (fault, what) =>
      this.report.faults.push({ fault, what: `${kind}, ${this.campaign.seed}/${this.generation}: ${what}` });
    const before = this.ledger.acknowledged;
    this.ledger.begin();
    let outside: Promise<void> | undefined;
    const hear = (line: string): void => {
      this.ledger.hear(line);
      if (!line.startsWith('serving ')) return;
      outside = backUpFromOutside(line.slice('serving '.length), this.folder, this.ledger);
      // Looked at when the writer is dead.
      outside.catch(() => undefined);
    };
    try {
      const { isKilled } = await runUntilKilled(
        this.campaign.writer,
        {
          file,
          generation: this.generation,
          ...order,
          ...(this.campaign.isBulk ? { bulk: this.bulk } : {}),
          ...(kind === 'backup' ? { backupFolder } : {}),
        },
        moment,
        hear,
      );
      await outside;
      countKill(this.report, kind, isKilled, this.ledger.acknowledged - before);
      await this.judgeBackups(backupFolder, accuse);
      // Half the time the next writer finds the file as the kill left it, and may be killed while it recovers.
      if (kind !== 'start' || this.below(2) === 0) this.judgeCopy(accuse);
    } catch (error) {
      accuse('damaged', messageOf(error));
    }
    this.generation++;
  }

  // A copy is judged, so that the next writer recovers from the kill itself.
  private judgeCopy(accuse: Accuse): void {
    const folder = join(this.folder, 'copy');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const name of readdirSync(this.folder).filter((each) => each.startsWith('localcloud.db')))
      copyFileSync(join(this.folder, name), join(folder, name));
    if (existsSync(join(folder, 'localcloud.db'))) this.judgeFile(folder, this.ledger, accuse, true);
    rmSync(folder, { recursive: true });
  }

  private judgeFile(folder: string, ledger: Ledger, accuse: Accuse, settle: boolean): void {
    const store = openStore(join(folder, 'localcloud.db'), false);
    try {
      if (store.names().length > 0) judge(store, ledger, accuse, { settle });
      else if (ledger.acknowledged > 0) accuse('lost', 'every collection is gone');
      if (this.campaign.isBulk) judgeBulk(store, accuse);
    } finally {
      store.close();
    }
  }

  private async judgeBackups(folder: string, accuse: Accuse): Promise<void> {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.db'))) {
      const restored = join(this.folder, 'restored');
      rmSync(restored, { recursive: true, force: true });
      mkdirSync(restored);
      await restoreBackup(join(folder, name), restored, undefined, noProgress);
      const then = this.ledger.backups.get(name);
      if (then) this.judgeFile(restored, then, (fault, what) => accuse(fault, `${name}: ${what}`), false);
      else accuse('damaged', `${name} was never begun`);
      this.report.backups++;
    }
    rmSync(folder, { recursive: true });
  }
}
