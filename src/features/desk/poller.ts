import { isLive, onLiveNews, type LiveChange, type LiveNews } from '@/services/live';
import { nextPollIn, POLL_PACE } from './poll-pace';

export type Poll = {
  /**
   * Asks once for news; `told` are the changes the server has told of, none when it is just time again.
   * @returns whether the cloud answered.
   */
  ask(told: readonly LiveChange[]): Promise<boolean>;
  /** Whether what the server tells of is anything new here. Everything is, when not given. */
  isNews?(change: LiveChange): boolean;
  /** When something was asked that is still unanswered, epoch ms; null when nothing is. */
  expectingSince: number | null;
  isWatch?: boolean;
};

type Timer = ReturnType<typeof setTimeout>;

/** Asks again and again from when it is made until `stop`: in its own time, and when the server tells of changes. */
export class Poller {
  private readonly ignore: () => void;
  private timer: Timer | null = null;
  private gathering: Timer | null = null;
  private told: readonly LiveChange[] = [];
  private activeAt = Date.now();
  private dueAt = 0;
  private failureCount = 0;
  private isAsking = false;
  private isOver = false;

  /** `poll` is asked late: what a page knows changes while it is open. */
  constructor(private readonly poll: () => Poll) {
    this.ignore = onLiveNews((news) => this.hear(news));
    void this.ask();
  }

  stop(): void {
    this.isOver = true;
    this.ignore();
    if (this.timer) clearTimeout(this.timer);
    if (this.gathering) clearTimeout(this.gathering);
  }

  /** Something happens on the page: an answer is likelier now. */
  noteActivity(): void {
    this.activeAt = Date.now();
    this.hurry();
  }

  private hear(news: LiveNews): void {
    if (news.kind === 'changed') this.gather(news.changes);
    else if (news.kind === 'down') this.hurry();
    else if (!this.isAsking) void this.ask();
  }

  private gather(changes: readonly LiveChange[]): void {
    this.told = [...this.told, ...changes];
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      this.askIfNews();
    }, POLL_PACE.gatherMs);
  }

  /** @returns whether there was anything to ask. */
  private askIfNews(): boolean {
    if (this.isAsking) return false;
    const { isNews = () => true } = this.poll();
    this.told = this.told.filter((change) => isNews(change));
    if (this.told.length === 0) return false;
    void this.ask();
    return true;
  }

  private async ask(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.isAsking = true;
    const { told } = this;
    this.told = [];
    const isAnswered = await this.poll().ask(told);
    this.isAsking = false;
    if (this.isOver) return;
    this.failureCount = isAnswered ? 0 : this.failureCount + 1;
    if (isAnswered && !this.gathering && this.askIfNews()) return;
    this.plan(this.nextIn());
  }

  private nextIn(): number {
    const { expectingSince, isWatch = false } = this.poll();
    const { activeAt, failureCount } = this;
    return nextPollIn({
      now: Date.now(),
      activeAt,
      expectingSince,
      failureCount,
      isWatch,
      isLive: isLive(),
    });
  }

  private plan(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.dueAt = Date.now() + ms;
    this.timer = setTimeout(() => void this.ask(), ms);
  }

  private hurry(): void {
    if (this.timer && !isLive() && this.dueAt - Date.now() > POLL_PACE.fastMs) this.plan(POLL_PACE.fastMs);
  }
}
