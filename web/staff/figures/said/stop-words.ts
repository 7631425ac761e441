// Words that say nothing by themselves: they are in every sentence. Data, and no more; a word of one Chinese character is
// left out anyway.
const chinese = `
我们 你们 他们 她们 咱们 大家 自己 别人 人家 这个 那个 这些 那些 这里 那里 这样 那样 这么 那么 什么 怎么 怎样 哪里 哪个 为什么
可以 能够 应该 应当 需要 希望 建议 想要 觉得 认为 感觉 一下 一些 一点 一个 一直 一样 有点 有些 有的 没有 不是 不能 不要 不会 不够 就是
还是 还有 已经 现在 目前 以后 以前 今后 时候 经常 总是 老是 非常 特别 比较 十分 真的 确实 可能 也许 因为 所以 但是 而且 如果 虽然 然后
或者 以及 关于 对于 由于 通过 进行 并且 只有 只是 只要 都是 也是 又是 很多 许多 太多 多一点 更多 这边 那边 上面 下面 里面 外面 方面 问题 几个 几次 从来 每天 每次 一次 两次 三次 太少 以来
情况 东西 地方 事情 好的 好像 出来 起来 下来 过来 回来 上去 谢谢 感谢 请问 尽快 及时 继续 增加 加强 有没有 能不能 是不是
`;
const english = `
the a an and or but of to in on at for from with by as is are was were be been being it its this that these those there here we our us you your
they their them he she his her i my me not no nor so if then than too very more most many much some any all can could should would will may
might do does did have has had please also just about into over after before again only own same such when where which who why how
`;

export const stopWords: ReadonlySet<string> = new Set(`${chinese} ${english}`.split(/\s+/).filter(Boolean));

/** Characters that stand beside a word without being part of what it says. */
export const beside: ReadonlySet<string> = new Set(
  '的了和与及在是有也都就还又很太最更不没请把被给让向对从到为我你他她它们这那个几吧呢啊吗呀嘛着过得地才再次上下里内外中要想能会可去来说做用以但而或如因所',
);
