import { Text, View } from '@tarojs/components';
import { moveOut, withdrawBinding } from '@domain/people/people.actions';
import type { MeView } from '@domain/people/people.schema';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Icon, type IconName } from '@/components/icon';
import { Stack } from '@/components/stack';
import { confirmAsk, toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import './bind-state.scss';

const READS = { refresh: ['me', 'home', 'binding', 'notice'] } as const;

/** The request is with the community; it can be taken back. */
export function RequestedHome({ me }: { me: MeView }) {
  const { run, isPending, failure } = useAction(withdrawBinding, READS);
  const withdraw = async () => {
    const words = '撤回后可以改好再提交。';
    if (!(await confirmAsk({ title: '撤回这次申请？', words, yes: '撤回' }))) return;
    if ((await run({})).ok) toast('已撤回', 'done');
  };
  return (
    <HomeSign icon="clock" tone="waiting" label={me.homeLabel} words="正在等社区确认">
      <Text className="hy-bind-state__note">
        {`${me.community.name}的工作人员会打电话核对，一般当天就能办好。确认后，您家楼栋的提示会出现在首页。`}
      </Text>
      <FailureNote failure={failure} />
      {me.moves.includes('withdraw') ? (
        <Button tone="secondary" block isBusy={isPending} onTap={() => void withdraw()}>
          填错了，撤回申请
        </Button>
      ) : null}
    </HomeSign>
  );
}

/** Tied to a household; who moves away unties themselves. */
export function BoundHome({ me }: { me: MeView }) {
  const { run, isPending, failure } = useAction(moveOut, READS);
  const leave = async () => {
    const words = '解绑后，收不到这栋楼的提示，手机号也会从社区删除。搬到新家后可以重新绑定。';
    if (!(await confirmAsk({ title: `已经搬离${me.homeLabel ?? '这里'}？`, words, yes: '已搬离' }))) return;
    if ((await run({})).ok) toast('已解绑', 'done');
  };
  return (
    <HomeSign icon="home" tone="done" label={me.homeLabel} words="已绑定">
      <Text className="hy-bind-state__note">
        您家楼栋的停水、消防、汛情提示会出现在首页，您可以回复“已知晓”或“需要帮助”。
      </Text>
      <FailureNote failure={failure} />
      {me.moves.includes('moveOut') ? (
        <Button tone="quiet" block isBusy={isPending} onTap={() => void leave()}>
          我搬走了，解除绑定
        </Button>
      ) : null}
    </HomeSign>
  );
}

type HomeSignProps = {
  icon: IconName;
  tone: 'waiting' | 'done';
  label: string | null;
  words: string;
  children: React.ReactNode;
};

const HomeSign = ({ icon, tone, label, words, children }: HomeSignProps) => (
  <Card>
    <Stack>
      <View className={`hy-bind-state__sign hy-bind-state__sign--${tone}`}>
        <Icon name={icon} size="lg" />
        <View className="hy-bind-state__words">
          <Text className="hy-bind-state__label">{label ?? ''}</Text>
          <Text className="hy-bind-state__state">{words}</Text>
        </View>
      </View>
      {children}
    </Stack>
  </Card>
);
