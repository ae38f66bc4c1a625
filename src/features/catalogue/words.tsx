import { Badge } from '@/components/badge';
import { FaultCount } from '@/components/fault-count';
import { Lead } from '@/components/lead';
import { LevelTag } from '@/components/level-tag';
import { NavigationBar } from '@/components/navigation-bar';
import { Row } from '@/components/row';
import { StatusTag } from '@/components/status-tag';
import { entry, nothing, type Entry } from './entry';

const TONES = {
  waiting: '待审核',
  active: '办理中',
  done: '已办结',
  muted: '已撤回',
  danger: '需要帮助',
} as const;
const TONE_NAMES = ['waiting', 'active', 'done', 'muted', 'danger'] as const;
const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;

const refresh = async (): Promise<void> => undefined;

export const WORDS: readonly Entry[] = [
  entry('badge', '未读数', {
    '几条、几十条、很多条': () => (
      <Row>
        <Badge count={1} />
        <Badge count={28} />
        <Badge count={120} />
      </Row>
    ),
  }),
  entry('status-tag', '状态', {
    五种口气: () => (
      <Row isWrapping>
        {TONE_NAMES.map((tone) => (
          <StatusTag key={tone} tone={tone}>
            {TONES[tone]}
          </StatusTag>
        ))}
      </Row>
    ),
  }),
  entry('level-tag', '预警级别', {
    四级: () => (
      <Row isWrapping>
        {LEVELS.map((level) => (
          <LevelTag key={level} level={level} />
        ))}
      </Row>
    ),
  }),
  entry('lead', '一页的开头', {
    带去处: () => (
      <Lead title="邻里心愿墙" hint="说个小心愿，邻居帮您圆" action={{ label: '我的心愿', onTap: nothing }} />
    ),
  }),
  entry('fault-count', '还有几处要改', { 有两处: () => <FaultCount count={2} /> }),
  entry('navigation-bar', '顶栏（只在浏览器里）', {
    最上面一页: () => <NavigationBar title="首页" hasBack={false} onRefresh={refresh} />,
    里面一页: () => <NavigationBar title="活动详情" hasBack />,
    标题很长: () => (
      <NavigationBar title="关于3号楼2单元水箱清洗期间临时停水的通知" hasBack onRefresh={refresh} />
    ),
  }),
];
