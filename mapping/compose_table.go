package mapping

// combiningMarks are the marks that composition knows, by rising class.
const combiningMarks = "\u0327\u0328\u031b\u0323\u0324\u0325\u0326\u032d\u032e\u0330\u0331\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f\u0311\u0313\u0314\u0342\u0345"

// compositions returns the canonical combining class of a mark, and pairs of a
// letter and the letter with that mark, as Unicode defines them for Latin, Greek
// and Cyrillic. Class 0 is no known mark.
func compositions(mark rune) (class int, pairs string) {
	switch mark {
	case '\u0327': // cedilla
		return 202, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"
	case '\u0328': // ogonek
		return 202, "AĄaąEĘeęIĮiįUŲuųOǪoǫ"
	case '\u031b': // horn
		return 216, "OƠoơUƯuư"
	case '\u0323': // dot below
		return 220, "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹ" +
			"IỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"
	case '\u0324': // diaeresis below
		return 220, "UṲuṳ"
	case '\u0325': // ring below
		return 220, "AḀaḁ"
	case '\u0326': // comma below
		return 220, "SȘsșTȚtț"
	case '\u032d': // circumflex accent below
		return 220, "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"
	case '\u032e': // breve below
		return 220, "HḪhḫ"
	case '\u0330': // tilde below
		return 220, "EḚeḛIḬiḭUṴuṵ"
	case '\u0331': // macron below
		return 220, "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"
	case '\u0300': // grave accent
		return 230, "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêề" +
			"ÔỒôồƠỜơờƯỪưừYỲyỳἀἂἁἃἈἊἉἋἐἒἑἓἘἚἙἛἠἢἡἣἨἪἩἫἰἲἱἳἸἺἹἻὀὂὁὃὈὊὉὋὐὒὑὓ" +
			"ὙὛὠὢὡὣὨὪὩὫαὰεὲηὴιὶοὸυὺωὼΑᾺΕῈΗῊ᾿῍ϊῒΙῚ῾῝ϋῢΥῪ¨῭ΟῸΩῺ"
	case '\u0301': // acute accent
		return 230, "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻ" +
			"ÆǼæǽØǾøǿ¨΅ΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗ" +
			"ÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứἀἄἁἅ" +
			"ἈἌἉἍἐἔἑἕἘἜἙἝἠἤἡἥἨἬἩἭἰἴἱἵἸἼἹἽὀὄὁὅὈὌὉὍὐὔὑὕὙὝὠὤὡὥὨὬὩὭ᾿῎῾῞"
	case '\u0302': // circumflex accent
		return 230, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệ" +
			"ỌỘọộ"
	case '\u0303': // tilde
		return 230, "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"
	case '\u0304': // macron
		return 230, "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣ" +
			"УӮуӯGḠgḡḶḸḷḹṚṜṛṝαᾱΑᾹιῑΙῙυῡΥῩ"
	case '\u0306': // breve
		return 230, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặαᾰΑᾸιῐΙῘ" +
			"υῠΥῨ"
	case '\u0307': // dot above
		return 230, "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠ" +
			"sṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"
	case '\u0308': // diaeresis
		return 230, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤ" +
			"иӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"
	case '\u0309': // hook above
		return 230, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"
	case '\u030a': // ring above
		return 230, "AÅaåUŮuůwẘyẙ"
	case '\u030b': // double acute accent
		return 230, "OŐoőUŰuűУӲуӳ"
	case '\u030c': // caron
		return 230, "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧ" +
			"KǨkǩƷǮʒǯjǰHȞhȟ"
	case '\u030f': // double grave accent
		return 230, "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"
	case '\u0311': // inverted breve
		return 230, "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"
	case '\u0313': // comma above
		return 230, "αἀΑἈεἐΕἘηἠΗἨιἰΙἸοὀΟὈυὐωὠΩὨρῤ"
	case '\u0314': // reversed comma above
		return 230, "αἁΑἉεἑΕἙηἡΗἩιἱΙἹοὁΟὉυὑΥὙωὡΩὩρῥΡῬ"
	case '\u0342': // greek perispomeni
		return 230, "ἀἆἁἇἈἎἉἏἠἦἡἧἨἮἩἯἰἶἱἷἸἾἹἿὐὖὑὗὙὟὠὦὡὧὨὮὩὯαᾶ¨῁ηῆ᾿῏ιῖϊῗ῾῟υῦϋῧωῶ"
	case '\u0345': // greek ypogegrammeni
		return 240, "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἈᾈἉᾉἊᾊἋᾋἌᾌἍᾍἎᾎἏᾏἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗἨᾘἩᾙἪᾚἫᾛἬᾜἭᾝ" +
			"ἮᾞἯᾟὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὨᾨὩᾩὪᾪὫᾫὬᾬὭᾭὮᾮὯᾯὰᾲαᾳάᾴᾶᾷΑᾼὴῂηῃήῄῆῇΗῌὼῲωῳ" +
			"ώῴῶῷΩῼ"
	default:
		return 0, ""
	}
}
