/**
 * Words that stand with names and say what kind of thing has them, in the languages of the interface and in Georgian;
 * general words of each language, written for this project. In lower case, as they stand before a name or after it.
 */
const titles = `
	president minister premier chancellor ambassador senator governor mayor general colonel major captain lieutenant sergeant
	professor doctor judge bishop father king queen prince princess mr mrs ms dr prof gen col capt sir lord
	президент президента президенту президентом министр министра министру министром премьер посол посла губернатор мэр генерал
	генерала полковник полковника майор капитан лейтенант профессор доктор судья епископ король царь князь господин господина
	госпожа товарищ
	նախագահ նախագահը նախագահի նախարար նախարարը նախարարի վարչապետ վարչապետը վարչապետի դեսպան դեսպանը գեներալ գնդապետ մայոր կապիտան
	պրոֆեսոր դոկտոր դատավոր եպիսկոպոս պարոն տիկին թագավոր
	prezident prezidenti nazir naziri səfir səfiri qubernator polkovnik kapitan professor doktor hakim cənab xanım
	cumhurbaşkanı bakan bakanı başbakan büyükelçi vali albay yüzbaşı profesör yargıç sayın bay bayan
	président présidente ministre chancelier ambassadeur ambassadrice sénateur gouverneur maire général colonel commandant
	capitaine professeur docteur juge évêque roi reine monsieur madame mme
	პრეზიდენტი პრეზიდენტმა პრეზიდენტის მინისტრი მინისტრმა მინისტრის პრემიერი ელჩი გენერალი პოლკოვნიკი პროფესორი ბატონი ქალბატონი
`;
const placesBefore = `
	city town village district province region river mount lake street
	город города городе г село села селе деревня деревни поселок посёлок район района области река озеро улица
	քաղաք գյուղ ք գ շրջան լիճ գետ
	ville village commune région rivière lac rue
	ქალაქი ქალაქში სოფელი სოფელში
`;
const placesAfter = `
	city village district province region river lake street corridor republic valley peninsula square
	район района районе область области
	քաղաք քաղաքը քաղաքի քաղաքում գյուղ գյուղը գյուղի գյուղում շրջան շրջանի մարզ մարզի հանրապետություն հանրապետության
	şəhəri şəhərində kəndi kəndində rayonu rayonunda dəhlizi dəhlizində respublikası respublikasında
	şehri şehrinde köyü köyünde ilçesi ilçesinde koridoru koridorunda cumhuriyeti cumhuriyetinde
`;
const organisations = `
	ministry committee commission council parliament assembly university institute academy foundation agency bank union party
	association federation organisation organization company corporation court army office department centre center
	министерство министерства министерстве комитет комитета комиссия комиссии совет совета парламент университет институт
	академия фонд агентство банк союз партия партии ассоциация федерация организация компания суд армия центр департамент
	նախարարություն նախարարության կոմիտե հանձնաժողով խորհուրդ խորհրդարան համալսարան ինստիտուտ ակադեմիա հիմնադրամ գործակալություն բանկ
	միություն կուսակցություն դատարան բանակ կենտրոն
	nazirliyi komitəsi komissiyası şurası parlamenti universiteti institutu akademiyası fondu agentliyi bankı ittifaqı partiyası
	məhkəməsi ordusu mərkəzi
	bakanlığı komitesi komisyonu konseyi üniversitesi enstitüsü vakfı ajansı bankası birliği partisi mahkemesi merkezi
	ministère comité commission conseil parlement assemblée université institut académie fondation agence banque union parti
	association fédération organisation société tribunal armée centre
`;
/** Words between the words of one name. */
const joining = 'of the for de du des la le les von van der den al el bin ibn';
/** Words that begin sentences and stand before names, and are none. */
const ordinary = `
	the a an in on at of for from to by with and or but as if when while after before since until under over this that these those
	he she it they we you i his her its their our my there here what who which where why how not no yes
	then now today yesterday tomorrow later meanwhile however also another some many all both only even
	в во на о об от до из за под над при про для без с со к ко и а но или что как когда если после перед это эти этот эта он она они
	оно мы вы я его ее её их наш ваш не нет да так также по у
	вчера сегодня завтра тогда потом теперь там здесь затем
	և ու բայց կամ որ եթե երբ այս այդ այն նա նրանք մենք դուք ես իր նրա ոչ այո երեկ այսօր վաղը այնտեղ այստեղ հետո ապա հիմա
	və amma ki bu o onlar biz siz mən da də ilə üçün dünən bugün sabah sonra indi orada burada
	ve ama ki bu şu onlar biz siz ben ile için da de dün bugün yarın sonra önce şimdi orada burada
	le la les un une des du de et ou mais dans sur à au aux pour par avec ce cet cette ces il elle ils elles nous vous je son sa ses
	leur leurs ne pas non oui hier demain puis alors ensuite ainsi selon
`;

/** What somebody or something is of, where it is written with a capital: it names nobody and no place. */
const peoples = `
	american americans british english french german germans european europeans russian russians turkish turk turks armenian
	armenians azerbaijani azerbaijanis azeri azeris georgian georgians iranian iranians persian greek greeks italian italians
	spanish chinese japanese israeli israelis arab arabs arabic kurd kurds kurdish ottoman soviet soviets ukrainian ukrainians
	polish western eastern northern southern christian christians muslim muslims jewish jew jews
	français française françaises américain américains anglais allemand allemands russe russes turc turcs arménien arméniens
	arménienne arméniennes azerbaïdjanais géorgien géorgiens iranien iraniens européen européens grec grecs italien italiens
	kurde kurdes arabe arabes ukrainien ukrainiens
	türk türkler rus ruslar ermeni ermeniler azeri azeriler gürcü gürcüler kürt kürtler ingiliz ingilizler fransız fransızlar alman
	almanlar amerikalı amerikalılar yunan yunanlar arap araplar
	erməni ermənilər kürd kürdlər amerikalılar
`;

/** What happened or was agreed: the last word of a name that no person, place or organisation has. */
const happenings = `
	war wars treaty agreement agreements accord accords declaration conflict revolution offensive report
	savaşı antlaşması anlaşması bildirisi
	müharibəsi sazişi bəyannaməsi
`;

/** Months and days of the week where they are written with a capital, which says nothing of them. */
const calendar = `
	january february march april may june july august september october november december
	jan feb mar apr jun jul aug sept sep oct nov dec
	monday tuesday wednesday thursday friday saturday sunday
	ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
	pazartesi salı çarşamba perşembe cuma cumartesi pazar
`;

export const signalWords = {
	titles: wordsOf(titles),
	placesBefore: wordsOf(placesBefore),
	placesAfter: wordsOf(placesAfter),
	organisations: wordsOf(organisations),
	joining: wordsOf(joining),
	ordinary: wordsOf(ordinary),
	calendar: wordsOf(calendar),
	peoples: wordsOf(peoples),
	happenings: wordsOf(happenings),
} as const;

function wordsOf(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
