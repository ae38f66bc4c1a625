import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ERROR_WORDS } from '@domain/error-words';
import { aria } from '@/components/aria';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { Screen } from '@/components/screen';
import { Section } from '@/components/section';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { Brand } from '@/features/welcome/brand';
import { InvitationForm } from '@/features/welcome/invitation-form';
import { groupPeople } from '@/features/welcome/group-people';
import { PersonRow } from '@/features/welcome/person-row';
import { usePeople } from '@/features/welcome/use-people';
import { toast } from '@/services/feedback';
import { signInAs, type LocalIdentity } from '@/services/local-identities';
import { HOME, restartAt, useParams } from '@/services/navigate';
import './index.scss';

/**
 * The way in where WeChat does not know the person. On the computer that runs localcloud: be anyone of the demo
 * community, to try the app from each side. On a community's own server: staff come in with an invitation.
 */
export default function WelcomePage() {
  const { people, fault, retry } = usePeople();
  const { why } = useParams<{ why: string }>();
  return (
    <Screen isOpen className="hy-welcome">
      <Brand />
      {why === 'expired' ? (
        <Text className="hy-welcome__expired" {...aria({ role: 'status' })}>
          {ERROR_WORDS.SESSION_EXPIRED}
        </Text>
      ) : null}
      {fault === 'NOT_LOCAL' ? <Invited /> : null}
      {fault === 'NETWORK' ? (
        <Empty
          title="没有连上"
          hint={ERROR_WORDS.NETWORK}
          icon="alert"
          action={{ label: '再试一次', onTap: retry }}
        />
      ) : null}
      {!people && !fault ? <Skeleton rows={3} /> : null}
      {people ? <PeopleToBe people={people} /> : null}
    </Screen>
  );
}

function PeopleToBe({ people }: { people: readonly LocalIdentity[] }) {
  const { isBusy, enter } = useEnter();
  return (
    <Stack gap="xl">
      <Text className="hy-welcome__note">
        这一页只在这台电脑上有，供您试用：选一位，就用他的身份进去看看。多开几个标签页，可以同时当好几个人。微信里不用登录。
      </Text>
      {groupPeople(people).map(({ title, people: members }, tint) => (
        <Section key={title} title={title}>
          <Card className="hy-welcome__group">
            {members.map(({ openid, label, note }) => (
              <PersonRow
                key={openid}
                name={label}
                note={note ?? ''}
                tint={tint}
                isBusy={isBusy}
                onTap={() => enter({ openid })}
              />
            ))}
          </Card>
        </Section>
      ))}
      <View>
        <Card className="hy-welcome__group">
          <PersonRow
            name="一位新来的人"
            note="社区还不认识的手机，每次都是新的"
            tint={4}
            isBusy={isBusy}
            onTap={() => enter({ newcomer: true })}
          />
        </Card>
      </View>
    </Stack>
  );
}

function Invited() {
  const goOn = useWayOn();
  return (
    <Stack gap="xl">
      <Section title="工作人员在电脑上登录">
        <InvitationForm onSignedIn={goOn} />
      </Section>
      <Empty title="居民请在微信里打开「呼应」小程序" hint="微信里不用登录。" icon="phone" />
    </Stack>
  );
}

/** Goes where the person was headed. */
function useWayOn(): () => void {
  const { from } = useParams<{ from: string }>();
  return () => void restartAt(from?.startsWith('/pages/') ? from : HOME);
}

/** Signs in as somebody of the demo community. */
function useEnter() {
  const goOn = useWayOn();
  const [isBusy, setBusy] = useState(false);
  const enter = async (who: Parameters<typeof signInAs>[0]) => {
    setBusy(true);
    const answer = await signInAs(who);
    if (answer.ok) return goOn();
    setBusy(false);
    toast(answer.error === 'NETWORK' ? ERROR_WORDS.NETWORK : '这个身份进不去，请换一个');
  };
  return { isBusy, enter: (who: Parameters<typeof signInAs>[0]) => void enter(who) };
}
