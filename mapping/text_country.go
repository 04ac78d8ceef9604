package mapping

import "strings"

// CountryCode is the ISO 3166-1 alpha-2 code of a country that is given as an
// alpha-2 or alpha-3 code in any letter case, or by its Dutch, English, German,
// French or Turkish name (for the countries of the European trade area, Turkey
// and North America), with or without accents. ok is false for everything else.
func CountryCode(text string) (code string, ok bool) {
	text = strings.TrimSpace(text)
	code = strings.ToUpper(text)
	if len(code) < 2 || len(code) > 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return codeByName(text)
	}
	// Each entry of the list is two letters, three letters and a blank.
	const entry = 6
	for i := 0; i+entry <= len(countryCodes); i += entry {
		if two, three := countryCodes[i:i+2], countryCodes[i+2:i+5]; code == two || code == three {
			return two, true
		}
	}
	return codeByName(text)
}

// codeByName knows names however they are accented and set: ISVICRE, Groot Brittannië.
func codeByName(name string) (code string, ok bool) {
	name = slug(name)
	if name == "" {
		return "", false
	}
	_, rest, found := strings.Cut(countryNames, ";"+name+"=")
	if !found {
		return "", false
	}
	return rest[:2], true
}

// countryCodes lists ISO 3166-1, and XK for Kosovo, which shops use.
const countryCodes = "" +
	"ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA " +
	"AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES " +
	"BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK " +
	"CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA " +
	"DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA " +
	"GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS " +
	"GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD " +
	"IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA " +
	"KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA " +
	"LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ " +
	"MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC " +
	"NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM " +
	"PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC " +
	"SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV " +
	"SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR " +
	"TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR " +
	"VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE "

// countryNames are names as slugs; el and uk are what tax offices and people write for
// GR and GB.
const countryNames = ";" +
	"oostenrijk=AT;austria=AT;osterreich=AT;autriche=AT;avusturya=AT;belgie=BE;belgium=BE;" +
	"belgien=BE;belgique=BE;belcika=BE;bulgarije=BG;bulgaria=BG;bulgarien=BG;bulgarie=BG;" +
	"bulgaristan=BG;canada=CA;kanada=CA;zwitserland=CH;switzerland=CH;schweiz=CH;suisse=CH;" +
	"isvicre=CH;cyprus=CY;zypern=CY;chypre=CY;kibris=CY;tsjechie=CZ;czechia=CZ;czech-republic=CZ;" +
	"tschechien=CZ;tchequie=CZ;cekya=CZ;duitsland=DE;germany=DE;deutschland=DE;allemagne=DE;" +
	"almanya=DE;denemarken=DK;denmark=DK;danemark=DK;danimarka=DK;danmark=DK;estland=EE;" +
	"estonia=EE;estonie=EE;estonya=EE;spanje=ES;spain=ES;spanien=ES;espagne=ES;ispanya=ES;" +
	"espana=ES;finland=FI;finnland=FI;finlande=FI;finlandiya=FI;suomi=FI;frankrijk=FR;france=FR;" +
	"frankreich=FR;fransa=FR;verenigd-koninkrijk=GB;united-kingdom=GB;great-britain=GB;" +
	"groot-brittannie=GB;england=GB;engeland=GB;vereinigtes-konigreich=GB;grossbritannien=GB;" +
	"royaume-uni=GB;birlesik-krallik=GB;ingiltere=GB;uk=GB;griekenland=GR;greece=GR;" +
	"griechenland=GR;grece=GR;yunanistan=GR;el=GR;kroatie=HR;croatia=HR;kroatien=HR;croatie=HR;" +
	"hirvatistan=HR;hongarije=HU;hungary=HU;ungarn=HU;hongrie=HU;macaristan=HU;ierland=IE;" +
	"ireland=IE;irland=IE;irlande=IE;irlanda=IE;italie=IT;italy=IT;italien=IT;italya=IT;" +
	"italia=IT;litouwen=LT;lithuania=LT;litauen=LT;lituanie=LT;litvanya=LT;luxemburg=LU;" +
	"luxembourg=LU;luksemburg=LU;letland=LV;latvia=LV;lettland=LV;lettonie=LV;letonya=LV;" +
	"malta=MT;malte=MT;nederland=NL;netherlands=NL;the-netherlands=NL;holland=NL;niederlande=NL;" +
	"pays-bas=NL;hollanda=NL;noorwegen=NO;norway=NO;norwegen=NO;norvege=NO;norvec=NO;norge=NO;" +
	"polen=PL;poland=PL;pologne=PL;polonya=PL;polska=PL;portugal=PT;portekiz=PT;roemenie=RO;" +
	"romania=RO;rumanien=RO;roumanie=RO;romanya=RO;zweden=SE;sweden=SE;schweden=SE;suede=SE;" +
	"isvec=SE;sverige=SE;slovenie=SI;slovenia=SI;slowenien=SI;slovenya=SI;slowakije=SK;" +
	"slovakia=SK;slowakei=SK;slovaquie=SK;slovakya=SK;turkije=TR;turkey=TR;turkei=TR;turquie=TR;" +
	"turkiye=TR;verenigde-staten=US;united-states=US;united-states-of-america=US;" +
	"vereinigte-staaten=US;etats-unis=US;amerika-birlesik-devletleri=US;abd=US;ijsland=IS;" +
	"iceland=IS;island=IS;islande=IS;izlanda=IS;liechtenstein=LI;lihtenstayn=LI;mexico=MX;" +
	"mexiko=MX;mexique=MX;meksika=MX;tsjechische-republiek=CZ;cek-cumhuriyeti=CZ;oesterreich=AT;" +
	"tuerkei=TR;daenemark=DK;"
