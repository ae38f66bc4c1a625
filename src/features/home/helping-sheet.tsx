import { Button as ShareButton, Text } from '@tarojs/components';
import type { MeView } from '@domain/people/people.schema';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { callPhone } from '@/services/feedback';
import { go } from '@/services/navigate';
import { shareLink } from '@/services/share';
import { helpingLink } from './helping-link';
import './helping-sheet.scss';

type HelpingSheetProps = { isOpen: boolean; me: MeView; phone: string; onClose: () => void };

/** 请人帮我办: say it over the phone, or hand the form to somebody of the household, who writes in this person's name. */
export const HelpingSheet = ({ isOpen, me, phone, onClose }: HelpingSheetProps) => (
  <Sheet isOpen={isOpen} title="请人帮我办" onClose={onClose}>
    <Stack gap="md">
      <Text className="hy-helping__words">不用打字，说给值班人员听，他们替您写下来。</Text>
      <Button size="large" block label={`打电话给值班室 ${phone}`} onTap={() => callPhone(phone)}>
        打电话给值班室
      </Button>
      {me.status === 'bound' ? <HandToFamily personId={me.personId} /> : <NotYetKnown />}
    </Stack>
  </Sheet>
);

const HandToFamily = ({ personId }: { personId: string }) => (
  <>
    <Text className="hy-helping__words">也可以发给同一户的家人，他们打开就能替您写。别人打开没有用。</Text>
    {PLATFORM === 'weapp' ? (
      <ShareButton className="hy-helping__share" openType="share" aria-role="button" aria-label="发给家人">
        发给家人
      </ShareButton>
    ) : (
      <Button tone="secondary" size="large" block onTap={() => void shareLink(helpingLink(personId))}>
        发给家人
      </Button>
    )}
  </>
);

const NotYetKnown = () => (
  <>
    <Text className="hy-helping__words">想让家里人替您写？先告诉社区您住哪里，我们才认得谁是您的家人。</Text>
    <Button tone="secondary" size="large" block onTap={() => go('/pages/people/bind/index')}>
      告诉社区我住哪里
    </Button>
  </>
);
