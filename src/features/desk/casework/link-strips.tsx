import { Text, View } from '@tarojs/components';
import { CHANNEL_WORDS, LINK_RELATION_WORDS, type ThreadLinkView } from '@domain/desk/casework.schema';
import type { ThreadCard } from '@domain/desk/thread.schema';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { go } from '@/services/navigate';
import '../matter-strips.scss';

type Side = 'asker' | 'desk';

/** Where what a link names can be opened; areas that are named before they are there have no screen yet. */
const DESK_PAGES: Readonly<Partial<Record<ThreadLinkView['area'], readonly [path: string, param: string]>>> =
  {
    desk: ['/pages/staff/thread/index', 'threadId'],
    wishes: ['/pages/wishes/detail/index', 'wishId'],
    notices: ['/pages/staff/notice-edit/index', 'noticeId'],
  };
const ASKER_PAGE = ['/pages/desk/thread/index', 'threadId'] as const;

const BECAME: Readonly<Partial<Record<ThreadLinkView['area'], string>>> = {
  wishes: '转成心愿',
  notices: '发成提示',
};
const TIED: typeof BECAME = { wishes: '相关心愿', notices: '相关提示' };
const nameOf = ({ relation, area }: ThreadLinkView): string =>
  (relation === 'became' && BECAME[area]) ||
  (relation === 'tied' && TIED[area]) ||
  LINK_RELATION_WORDS[relation];

/** What a matter has to do with others, and how it came: a line each, and a way to what it names. */
export function LinkStrips({ thread, side }: { thread: ThreadCard; side: Side }) {
  const { recorded, links = [] } = thread;
  if ((!recorded || side === 'asker') && links.length === 0) return null;
  return (
    <View className="hy-matter-strips">
      {recorded && side === 'desk' && (
        <View className="hy-matter-strip hy-matter-strip--active">
          <Icon name="phone" size="sm" />
          <View className="hy-matter-strip__body">
            <Text className="hy-matter-strip__words">
              {`${recorded.byName}代录（${CHANNEL_WORDS[recorded.channel]}）`}
            </Text>
            {recorded.isWithoutApp && (
              <Text className="hy-matter-strip__hint">对方没用手机，请打电话或上门答复</Text>
            )}
          </View>
        </View>
      )}
      {links.map((link) => (
        <LinkStrip key={`${link.relation}-${link.id}`} link={link} side={side} />
      ))}
    </View>
  );
}

function LinkStrip({ link, side }: { link: ThreadLinkView; side: Side }) {
  const page = side === 'asker' ? ASKER_PAGE : DESK_PAGES[link.area];
  const words = `${nameOf(link)}：${link.title}`;
  const strip = (
    <View className="hy-matter-strip hy-matter-strip--active">
      <Icon name="list" size="sm" />
      <View className="hy-matter-strip__body">
        <Text className="hy-matter-strip__words">{words}</Text>
      </View>
      {page && <Icon name="chevron" size="sm" />}
    </View>
  );
  if (!page) return strip;
  const [path, param] = page;
  return (
    <Tap
      className="hy-matter-strip__way"
      label={`${words}，打开`}
      onTap={() => go(path, { [param]: link.id })}
    >
      {strip}
    </Tap>
  );
}
