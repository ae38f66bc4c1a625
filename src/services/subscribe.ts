import Taro from '@tarojs/taro';

/** Only WeChat has these messages, and it asks only right after a tap. */
export const canSubscribe = PLATFORM === 'weapp';

export type SubscribeAnswer = 'accepted' | 'refused' | 'unavailable';

/**
 * Asks whether one more message of this template may be sent. Call it first in a tap's handler: after anything
 * asynchronous WeChat does not ask any more.
 */
export async function askToSubscribe(templateId: string): Promise<SubscribeAnswer> {
  try {
    const answer: object = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
    const given: unknown = Reflect.get(answer, templateId);
    return given === 'accept' || given === 'acceptWithAudio' ? 'accepted' : 'refused';
  } catch {
    return 'unavailable';
  }
}
