// How the words of a receipt's phrase are read (Hanyu Pinyin without tones), in the order of the list.
export const phraseSounds: readonly string[] = `
  qing-shan xi-yu gui-zhou bai-yun ming-yue qing-feng chun-cao xia-he qiu-ye dong-xue mei-hua lan-cao cui-zhu song-shu liu-tiao tao-zi
  ping-guo pu-tao xi-gua ju-zi ying-tao shi-liu shi-bing he-tao hua-sheng hong-zao lian-ou bai-cai luo-bo qie-zi dou-fu nan-gua
  dong-gua sheng-jiang xiao-mai yu-mi gao-liang dao-gu mian-hua zhi-ma can-dou mo-gu hai-dai zi-cai man-tou jiao-zi mian-tiao mi-fen
  tang-yuan zong-zi yue-bing dou-jiang niu-nai lv-cha feng-mi bai-tang guo-chan kuai-zi cha-hu shui-bei mao-jin ya-shua shu-zi jing-zi
  cao-mao bu-xie mian-ao wei-jin shou-tao chen-shan jian-dao zhen-xian chuang-lian yao-shi men-ling lou-ti yang-tai wu-ding wa-pian zhuan-qiang
  shu-zhuo sha-fa tai-deng deng-long huo-chai shui-tong zhu-lan luo-kuang ti-tian qian-bi mao-bi mo-shui xiang-pi shu-bao zi-dian di-tu
  xin-feng you-piao ri-li xiang-qi feng-zheng pi-qiu ji-mu tuo-luo kou-qin er-hu gu-sheng pi-pa ge-yao xi-tai pi-ying nian-hua
  chun-lian chuang-hua long-zhou wu-shi yang-ge tai-ji guang-chang gong-yuan liang-ting xiao-qiao liu-shui chi-tang hu-po jiang-he da-hai sha-tan
  dao-yu cao-yuan sen-lin tian-ye shan-gu pu-bu quan-yan ma-tou yu-chuan cai-hong zhao-xia xing-xing bei-dou yin-he lu-zhu chen-wu
  shuang-jiang bing-hua wei-feng nuan-yang li-chun gu-yu mang-zhong han-lu chong-yang duan-wu yuan-xiao xi-que da-yan huang-li kong-que xian-he
  yuan-yang shui-niu jun-ma shan-yang hua-mao xiong-mao da-xiang lao-hu xiao-lu luo-tuo li-yu jin-yu he-xia bei-ke qing-wa hu-die
  qing-ting mu-dan mei-gui mo-li he-ye shui-xian yue-ji du-juan hai-tang ding-xiang bai-he yin-xing wu-tong huai-shu rong-shu feng-ye
  yang-liu lu-wei qing-tai teng-yi pu-shan yao-lan dan-che huo-che lun-chuan gong-jiao ma-che tie-gui shi-qiao xiang-kou hu-tong li-ba
  cai-yuan guo-yuan mai-tian liang-cang mo-fang chui-yan zao-tai wan-fan lin-ju peng-you lao-shi mu-jiang yu-fu nong-min gong-ren cai-feng
  chu-shi ge-shou hua-jia xue-xiao che-zhan cai-chang you-ju shi-tang cao-chang jiao-shi fen-bi ling-dang qiu-qian hua-ti tiao-sheng lan-qiu
  ping-pang you-yong pao-bu deng-shan diao-yu zhong-shu du-shu xie-zi chang-ge tiao-wu xia-qi san-bu tuan-yuan ping-an jian-kang kuai-le
`
  .trim()
  .split(/\s+/);
