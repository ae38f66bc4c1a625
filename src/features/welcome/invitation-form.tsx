import { useState } from 'react';
import { ERROR_WORDS } from '@domain/error-words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { signInWithInvitation, takeInvitation, type InvitationFault } from '@/services/local-identities';

const WORDS: Readonly<Record<InvitationFault, string>> = {
  WRONG: '邀请码不对，或者已经用过、过期了。请核对一遍，或请管理员再发一个。',
  TOO_OFTEN: '试的次数太多了，请十分钟后再试。',
  UNAVAILABLE: '暂时不能登录，请稍后再试。',
  NETWORK: ERROR_WORDS.NETWORK,
};

type InvitationFormProps = { onSignedIn: () => void };

/** For staff at a PC of a community that runs on a machine of its own: in with the code somebody gave them. */
export function InvitationForm({ onSignedIn }: InvitationFormProps) {
  const [code, setCode] = useState(takeInvitation);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<InvitationFault | null>(null);
  const enter = async () => {
    setBusy(true);
    const answer = await signInWithInvitation(code.trim());
    if (answer.ok) return onSignedIn();
    setBusy(false);
    setFault(answer.error);
  };
  return (
    <Card>
      <Stack>
        <TextField
          label="邀请码"
          value={code}
          onInput={setCode}
          placeholder="例如 4DQL-BDRT-9ZW8"
          maxLength={40}
        />
        <FailureNote failure={fault && { code: fault, words: WORDS[fault], requestId: null }} />
        <Button block size="large" isBusy={isBusy} isDisabled={code.trim() === ''} onTap={() => void enter()}>
          登录
        </Button>
      </Stack>
    </Card>
  );
}
