import { lowerCase } from '../text/lower-case.ts';

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

/**
 * Words that begin sentences, before the name that the sentence is about. Apart from the ordinary ones, since within a
 * sentence some of them are parts of names.
 */
const openers = `
	according accordingly actually afterwards again almost already although altogether anyway apparently around because before
	beside besides certainly clearly consequently dear despite earlier either eventually every few finally first firstly
	formerly further furthermore given had has hence indeed initially instead last lastly likewise maybe moreover most
	mostly much naturally nearly neither nevertheless next nobody nonetheless nor nothing obviously occasionally officially often
	once only originally otherwise perhaps possibly presumably previously probably quickly quietly rather recently reportedly
	second secondly several should similarly simply so sometimes somewhere soon still subsequently such suddenly surely
	thereafter thereby therefore thirdly though through throughout thus together too ultimately undoubtedly unfortunately
	unlike unless usually was were whereas whether whose without yet
	будто бывший вероятно видимо вместе вместо возможно вообще впервые впоследствии впрочем вскоре всё все вслед говорят
	даже действительно зато иногда именно итак каждый кажется конечно между наверное наверняка наконец накануне
	напротив например недавно некоторые никогда обычно однажды однако опять особенно оттого отчасти очевидно поздно позже
	поначалу поскольку поэтому правда прежде причём просто пусть раз разве ранее самого сам сама сначала снова сперва спустя
	столь сразу тем теперь тоже только тот хотя часто через чтобы якобы
	այժմ այնուամենայնիվ այնուհետև այսպես անկասկած անշուշտ առաջին արդեն բացի գուցե դեռ երբեմն երբեք երևի թեև թերևս իհարկե
	իսկ իսկապես կարծես հաճախ հատկապես հետագայում հնարավոր մասնավորապես միայն միգուցե մինչ մինչդեռ նախ նախկինում նախքան նաև նորից
	նույնիսկ շուտով չնայած ուրեմն սակայն սովորաբար վերջապես վերջերս քանի քանզի օրինակ
	ancaq artıq bəlkə bəzən belə beləliklə əgər əlbəttə əslində əvvəl əvvəlcə hələ həmin həmçinin həqiqətən hətta isə lakin
	nəhayət nəticədə qısa sonralar tez tezliklə tədricən təəssüf üstəlik yalnız yenə yenidən yəqin
	ama ancak artık aslında ayrıca bazen belki böylece bununla çoğu çünkü daha elbette fakat genellikle gerçekten halbuki hatta
	hâlâ henüz herhalde ilk kısa maalesef nihayet nitekim oysa özellikle sadece sık sonunda üstelik yakında yalnız yeniden yine
	actuellement ainsi apparemment après assez auparavant aussi aussitôt autrefois autrement avant bien bientôt
	cependant certes chaque comme déjà depuis dernièrement désormais donc dorénavant effectivement encore enfin ensemble
	finalement heureusement ici initialement jadis jamais justement lentement lorsque maintenant malgré malheureusement
	même naguère naturellement néanmoins parfois partout peut plus plutôt pourtant précédemment près presque probablement quand
	quant quelque quelques récemment rarement sans sauf seul seulement si sinon sitôt soudain souvent suite surtout tandis tant
	tantôt tard tôt toujours toutefois tout très voici voilà vraiment
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
	openers: wordsOf(openers),
	calendar: wordsOf(calendar),
	peoples: wordsOf(peoples),
	happenings: wordsOf(happenings),
} as const;

/** As `lookAtWords` has them: և is եւ there. */
function wordsOf(list: string): ReadonlySet<string> {
	return new Set(
		list
			.split(/\s+/)
			.filter((word) => word !== '')
			.map(lowerCase),
	);
}
