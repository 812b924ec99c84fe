"""Names of people who do not exist, put together as they sound in each part of Yunnan."""

from __future__ import annotations

from random import Random

_HAN = (
    "杨杨杨杨李李李李张张张王王王赵赵陈陈刘刘周周马马罗罗董尹段何郭朱徐孙高胡唐黄吴谢邓曾彭萧田冯丁"
    "魏蒋沈余叶苏吕潘杜戴夏钟汪任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万雷钱汤保晏阮浦代"
)
_SURNAMES = {
    "彝": "普普普起鲁毕禄龙者自字李罗施沙杞阿",
    "白": "段段杨杨赵董尹张李苏何字洱奚羊赛",
    "哈尼": "李白马普车陶朱黄龙孔罗杨",
    "纳西": "和和和和木杨李牛王",
    "壮": "侬侬陆韦农黄覃岑王李罗",
    "傈僳": "余密此波胡邓霜恒车乔普",
    "苗": "熊陶王马杨李侯项古",
    "回": "马马马纳纳沙保合赛李撒",
    "佤": "肖赵田李魏鲍尹卫",
    "拉祜": "李张石扎罗胡",
    "景颇": "排勒岳雷李何木石",
    "傣": "刀刀刀罕罕方思线召衎李冯",
    "藏": "",
}
_REGIONS = {
    "昆明市": ("彝", "回"),
    "曲靖市": ("回", "彝"),
    "玉溪市": ("彝", "傣", "回"),
    "保山市": ("彝", "傣"),
    "昭通市": ("回", "彝", "苗"),
    "丽江市": ("纳西", "纳西", "彝", "傈僳"),
    "普洱市": ("哈尼", "彝", "拉祜", "傣", "佤"),
    "临沧市": ("佤", "彝", "傣", "拉祜"),
    "楚雄彝族自治州": ("彝", "彝", "苗"),
    "红河哈尼族彝族自治州": ("哈尼", "彝", "苗", "傣"),
    "文山壮族苗族自治州": ("壮", "苗", "彝"),
    "西双版纳傣族自治州": ("傣", "傣", "哈尼", "拉祜"),
    "大理白族自治州": ("白", "白", "白", "彝", "回"),
    "德宏傣族景颇族自治州": ("傣", "景颇"),
    "怒江傈僳族自治州": ("傈僳", "傈僳", "白"),
    "迪庆藏族自治州": ("藏", "纳西", "傈僳"),
}
_MALE = (
    "云峰志国建文明光辉家宏学伟俊鹏飞祥富荣贵永昌绍武正春林海波松柏荫川岭焱恒泽锦鸿钧勋廷绪启元仕加兴继顺开"
)
_FEMALE = "丽芳琼芬美华兰英秀玲莲珍艳燕梅雪蓉娟晓云霞红仙翠凤菊慧敏静婷洁瑶琳怡雯倩萍菲竹青"
_EITHER = "思雨子文家晨天一佳永新春晓安和润泽雅清源景"
_RARE = "堃喆翀昇彧玥甡燊頔垚珺"
_DAI_MEN, _DAI_WOMEN = "温罕叫香糯伦扁恩拉帅", "罕香叫腊波应旺坎儿"
_TIBETAN_FIRST = (
    "扎西",
    "格桑",
    "七林",
    "此里",
    "鲁茸",
    "阿茸",
    "尼玛",
    "达瓦",
    "洛桑",
    "斯那",
    "江初",
    "取追",
)
_TIBETAN_MEN = ("顿珠", "旺堆", "农布", "吾堆", "次仁", "品初", "定主")
_TIBETAN_WOMEN = ("拉姆", "卓玛", "央宗", "取宗", "曲珍")
# Single given names carry these characters rarely enough that nobody in office shares them.
_SINGLE_MALE, _SINGLE_FEMALE = "彪雄昆勇锐崧骞恺淞屹翔凯旭磊岩", "娅蕊茜珊岚薇璇媛滢芮"
UNUSUAL = ("䶮", "㛃")


class Names:
    """Hands out names for one prefecture, each once."""

    def __init__(self, prefecture: str, random: Random) -> None:
        self._random = random
        self._peoples = _REGIONS.get(prefecture, ("彝",))
        self._given: set[str] = set()

    def next(self, female: bool) -> str:
        """Return a name not handed out before."""
        for _ in range(50):
            name = self._one(female)
            if name not in self._given:
                break
        else:
            name = self._han(female, _HAN, longest=True)
        self._given.add(name)
        return name

    def unusual(self, letter: str) -> str:
        """Return a name with a character few fonts and older encodings hold."""
        middle: str = self._random.choice(("", *_EITHER))
        name = self._random.choice(_HAN) + middle + letter
        self._given.add(name)
        return name

    def _one(self, female: bool) -> str:
        random = self._random
        if random.random() > 0.35:
            return self._han(female, _HAN)
        people = random.choice(self._peoples)
        if people == "藏":
            return random.choice(_TIBETAN_FIRST) + random.choice(_TIBETAN_WOMEN if female else _TIBETAN_MEN)
        if people == "傣" and random.random() < 0.5:
            given = _DAI_WOMEN if female else _DAI_MEN
            first, last = random.sample(given, 2)
            return ("玉" if female else "岩") + first + random.choice(("", last))
        return self._han(female, _SURNAMES[people])

    def _han(self, female: bool, surnames: str, longest: bool = False) -> str:
        random = self._random
        surname = random.choice(surnames)
        if not longest and random.random() < 0.2:
            return surname + random.choice(_SINGLE_FEMALE if female else _SINGLE_MALE)
        pool = _FEMALE if female else _MALE
        first = random.choice(pool + _EITHER)
        last = random.choice(_RARE) if random.random() < 0.015 else random.choice(pool)
        if first == last:
            last = "珍" if female and first != "珍" else "文" if first != "文" else "昌"
        return surname + first + last
