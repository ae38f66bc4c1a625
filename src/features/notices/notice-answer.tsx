import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { AnswerStatus, NoticeView } from '@domain/notices/notice.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { toast } from '@/services/feedback';
import { switchTo } from '@/services/navigate';
import { HelpSheet } from './help-sheet';
import { useNoticeAnswer } from './use-notice-answer';
import './notice-answer.scss';

const DESK = '/pages/tabs/desk/index';

type NoticeAnswerProps = {
  notice: NoticeView;
  isPreview: boolean;
  /** Without the sentence above the buttons, where the page has little room. */
  isShort?: boolean;
  onAnswer?: ((answered: NoticeView) => void) | undefined;
};

/** The two big buttons, or what was answered and the way to change it. Nothing where no answer is asked for. */
export function NoticeAnswer({ notice, isPreview, isShort, onAnswer }: NoticeAnswerProps) {
  const { give, isPending, failure } = useNoticeAnswer(notice, onAnswer);
  const [isAsking, setAsking] = useState(false);
  if (!notice.canAnswer && !isPreview) return <GivenBefore answer={notice.myAnswer} />;

  const acknowledge = () => {
    if (isPreview) return toast('这是预览，居民点这里回复“已知晓”');
    void give('acknowledged');
  };
  const askForHelp = () => (isPreview ? toast('这是预览，居民点这里告诉我们需要帮助') : setAsking(true));
  const about = { title: notice.title, isPending, acknowledge, askForHelp };
  return (
    <View className="hy-answer">
      {notice.myAnswer === null ? (
        <>
          {isShort ? null : <Text className="hy-answer__ask">{askWords(notice)}</Text>}
          <Choice {...about} />
        </>
      ) : (
        <Given {...about} answer={notice.myAnswer} />
      )}
      {failure && !isAsking ? (
        <Text className="hy-answer__failure" {...aria({ role: 'alert' })}>
          {failure.words}
        </Text>
      ) : null}
      <HelpSheet
        isOpen={isAsking}
        noticeId={notice.noticeId}
        isBusy={isPending}
        fault={failure?.words}
        onSend={(note) => give('needsHelp', note)}
        onClose={() => setAsking(false)}
      />
    </View>
  );
}

type Choices = { title: string; isPending: boolean; acknowledge(): void; askForHelp(): void };

const askWords = ({ revision }: NoticeView): string =>
  revision > 1 ? '内容有更新，请看过后再回复一次' : '看到了吗？请回复社区';

const Choice = ({ title, isPending, acknowledge, askForHelp }: Choices) => (
  <View className="hy-answer__pair">
    <View className="hy-answer__choice">
      <Button
        tone="done"
        size="large"
        block
        isBusy={isPending}
        label={`已知晓：${title}`}
        onTap={acknowledge}
      >
        已知晓
      </Button>
    </View>
    <View className="hy-answer__choice">
      <Button
        tone="danger"
        size="large"
        block
        isDisabled={isPending}
        label={`需要帮助：${title}`}
        onTap={askForHelp}
      >
        需要帮助
      </Button>
    </View>
  </View>
);

function Given({ answer, title, isPending, acknowledge, askForHelp }: Choices & { answer: AnswerStatus }) {
  const needsHelp = answer === 'needsHelp';
  return (
    <>
      <GivenLine answer={answer} words={needsHelp ? '已告诉值班人员，会马上联系您' : '您已回复：已知晓'} />
      <View className="hy-answer__change">
        {needsHelp ? (
          <Button tone="secondary" size="medium" onTap={() => switchTo(DESK)}>
            看回复
          </Button>
        ) : null}
        <Button
          tone="quiet"
          size="medium"
          isBusy={isPending}
          label={`${needsHelp ? '改为已知晓' : '改为需要帮助'}：${title}`}
          onTap={needsHelp ? acknowledge : askForHelp}
        >
          {needsHelp ? '没事了，改为已知晓' : '改为需要帮助'}
        </Button>
      </View>
    </>
  );
}

const GivenLine = ({ answer, words }: { answer: AnswerStatus; words: string }) => (
  <View className={`hy-answer__given hy-answer__given--${answer}`} {...aria({ role: 'status' })}>
    <Icon name={answer === 'needsHelp' ? 'phone' : 'check'} size="md" />
    <Text className="hy-answer__given-words">{words}</Text>
  </View>
);

function GivenBefore({ answer }: { answer: AnswerStatus | null }) {
  if (answer === null) return null;
  return (
    <View className="hy-answer">
      <GivenLine
        answer={answer}
        words={answer === 'needsHelp' ? '您当时回复：需要帮助' : '您当时回复：已知晓'}
      />
    </View>
  );
}
