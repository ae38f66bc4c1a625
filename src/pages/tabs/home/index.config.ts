export default definePageConfig({
  navigationBarTitleText: '呼应',
  enableShareAppMessage: true,
});
