import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { declineWish } from '@domain/wishes/wish.actions';
import { WISH_LIMITS, type WishView } from '@domain/wishes/wish.schema';
import { wishWorkflow } from '@domain/wishes/wish.workflow';
import { Button } from '@/components/button';
import { classNames } from '@/components/class-names';
import { FailureNote } from '@/components/failure-note';
import { ReasonSheet } from '@/components/reason-sheet';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import { ContactCard } from './contact-card';
import { useReview } from './use-review';
import { firstWords } from './wish-draft';
import { SourceWay } from './source-way';
import { telltalesIn } from './wish-privacy';
import './review-card.scss';

type Props = { wish: WishView; onDone: () => void };

/** A submitted card on the desk of staff: reword it so that it names nobody, then put it up or send it back. */
export function ReviewCard({ wish, onDone }: Props) {
  const review = useReview(wish);
  const [isDeclining, setIsDeclining] = useState(false);
  const putUp = async () => {
    if (!(await review.publish())) return;
    toast('已贴上墙', 'done');
    onDone();
  };
  return (
    <Stack className="hy-review" gap="lg">
      <TextField
        label="上墙的心愿"
        value={review.words.title}
        maxLength={WISH_LIMITS.titleMax}
        fault={review.faultOf('title')}
        onInput={(title) => review.change({ title })}
      />
      <TextAreaField
        label="上墙的细节"
        value={review.words.detail}
        maxLength={WISH_LIMITS.detailMax}
        fault={review.faultOf('detail')}
        minRows={3}
        onInput={(detail) => review.change({ detail })}
      />
      <PrivacyHint words={[review.words.title, review.words.detail]} />
      {wish.canSeeContact ? <ContactCard wishId={wish.wishId} /> : null}
      <SourceWay link={wish.link} />
      <FailureNote failure={review.failure} />
      <View className="hy-review__buttons">
        {wish.moves.includes('decline') ? (
          <Button tone="quiet" isDisabled={review.isPending} onTap={() => setIsDeclining(true)}>
            {wishWorkflow.transitions.decline.zh}
          </Button>
        ) : null}
        {wish.moves.includes('publish') ? (
          <Button className="hy-review__publish" isBusy={review.isPending} onTap={putUp}>
            {wishWorkflow.transitions.publish.zh}
          </Button>
        ) : null}
      </View>
      <View>
        <DeclineSheet
          wishId={wish.wishId}
          isOpen={isDeclining}
          onClose={() => setIsDeclining(false)}
          onDone={onDone}
        />
      </View>
    </Stack>
  );
}

function PrivacyHint({ words }: { words: readonly string[] }) {
  const telltales = telltalesIn(...words);
  return (
    <Text className={classNames('hy-review__hint', telltales.length > 0 && 'hy-review__hint--found')}>
      {telltales.length > 0
        ? `请再看一眼：好像写到了${telltales.join('、')}。上墙前改掉，让人认不出是谁家。`
        : '请改到认不出是谁家：不写姓名、门牌、电话和病情。'}
    </Text>
  );
}

type SheetProps = { wishId: string; isOpen: boolean; onClose: () => void; onDone: () => void };

function DeclineSheet({ wishId, isOpen, onClose, onDone }: SheetProps) {
  const decline = useAction(declineWish, { refresh: ['wish', 'home'] });
  const send = async (reason: string) => {
    const done = await decline.run({ wishId, reason });
    if (!done.ok) return;
    onClose();
    toast('已告诉许愿的邻居', 'done');
    onDone();
  };
  return (
    <ReasonSheet
      isOpen={isOpen}
      title="这个心愿不通过"
      label="原因（许愿的邻居会看到）"
      placeholder="例如：微心愿只送实物，医药费请到服务台申请救助"
      confirmText="不通过"
      maxLength={WISH_LIMITS.reasonMax}
      isBusy={decline.isPending}
      fault={firstWords(decline.failure)}
      onConfirm={send}
      onClose={onClose}
    />
  );
}
