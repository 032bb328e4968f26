using System.Collections.Frozen;

namespace Hub.Search.Analysis;

/// <summary>
/// Common Italian words that are often said for one another, as a speaker knows them: verbs with their nouns where the stems
/// differ, and plain synonyms. Matches are found without them; they only help to put what was found in order, and count for less
/// than the word itself. Compared by stem.
/// </summary>
internal static class ItalianNearWords
{
    private const string Groups = """
        iniziare cominciare avviare inizio avvio principio partire | finire terminare concludere fine conclusione termine cessare
        morire decedere morte decesso scomparsa | nascere nascita origine | uccidere assassinare omicidio assassinio
        creare fondare istituire costituire fondazione istituzione creazione nascita | costruire edificare erigere realizzare costruzione
        usare utilizzare impiegare adoperare uso utilizzo impiego servire | aiutare sostenere assistere supportare aiuto sostegno assistenza supporto
        cambiare modificare mutare trasformare cambiamento modifica variazione mutamento trasformazione | aumentare crescere incrementare aumento crescita incremento accrescere
        diminuire ridurre calare diminuzione riduzione calo scendere | comprare acquistare acquisto acquisire acquisizione compera
        vendere vendita cedere cessione | dare fornire offrire concedere assegnare erogare consegnare | ricevere ottenere conseguire
        chiedere domandare richiedere richiesta domanda istanza | rispondere risposta replica riscontro | decidere stabilire deliberare decisione deliberazione scelta
        scegliere selezionare scelta selezione | dire affermare dichiarare sostenere affermazione dichiarazione | chiamare denominare nominare soprannominare definire
        mostrare presentare esporre esibire presentazione mostra esposizione | vedere guardare osservare visione osservazione | pensare credere ritenere pensiero opinione convinzione
        parlare discutere conversare discorso discussione | scrivere redigere autore scrittore scrittura | leggere lettura lettore | insegnare insegnamento insegnante docente maestro professore istruire
        studiare studio studioso studente ricerca | imparare apprendere apprendimento | lavorare lavoro occupazione impiego mestiere professione | lavoratore operaio dipendente impiegato addetto
        vivere abitare risiedere vita residenza dimora | abitante residente cittadino popolazione | andare recarsi viaggiare viaggio | arrivare giungere arrivo raggiungere
        partire lasciare abbandonare partenza abbandono | tornare rientrare ritorno rientro | trovare scoprire reperire scoperta ritrovamento individuare | cercare ricercare ricerca
        perdere perdita sconfitta | vincere vittoria vincitore trionfo battere sconfiggere trionfare | combattere lottare battaglia lotta combattimento scontro guerra conflitto
        attaccare assalire attacco assalto aggressione | difendere proteggere tutelare difesa protezione tutela | distruggere demolire distruzione demolizione devastare
        permettere consentire autorizzare permesso autorizzazione licenza | vietare proibire divieto proibizione impedire | obbligare costringere imporre obbligo costrizione
        causare provocare determinare causa motivo ragione comportare | risultato esito effetto conseguenza | diventare divenire | eleggere elezione votare voto votazione
        governare governo amministrare amministrazione gestire gestione dirigere | capo leader dirigente direttore responsabile guida | guidare condurre dirigere guida
        re sovrano monarca imperatore | soldato militare truppa esercito guerriero | nave imbarcazione barca vascello | automobile auto macchina vettura veicolo
        strada via viale percorso itinerario | casa abitazione alloggio dimora residenza | edificio palazzo costruzione stabile fabbricato | città centro metropoli municipio comune
        paese nazione stato | luogo posto sito località | zona area regione territorio quartiere | confine frontiera limite | fiume corso torrente | montagna monte
        mare oceano | terra suolo terreno | albero pianta | animale bestia | bambino figlio minore fanciullo ragazzo | giovane ragazzo adolescente | anziano vecchio
        donna femmina femminile | uomo maschio maschile | persona individuo soggetto essere | popolo gente popolazione | famiglia familiare nucleo parente
        moglie sposa coniuge | marito sposo coniuge | sposare matrimonio nozze | padre genitore | madre genitore | fratello sorella | amico compagno
        nemico avversario rivale | squadra team formazione club | partita gioco gara incontro match | giocatore atleta sportivo | allenatore tecnico
        film pellicola | serie programma trasmissione spettacolo | episodio puntata | attore interprete protagonista | interpretare recitare ruolo parte | personaggio figura
        canzone brano | musica musicale | trasmettere mandare diffondere | canale rete emittente stazione | giornale quotidiano rivista stampa | giornalista cronista reporter
        libro volume opera testo | documento atto carta scritto | legge norma regola disposizione normativa | regolamento disciplina statuto | tribunale corte giudice
        giudicare giudizio sentenza | accusare accusa imputare | crimine reato delitto | punire pena punizione sanzione condanna | prigione carcere detenzione
        contratto accordo convenzione patto intesa trattato | firmare sottoscrivere firma sottoscrizione | approvare approvazione ratificare ratifica adottare adozione
        denaro soldi moneta fondi | costo prezzo spesa costare | pagare versare pagamento versamento saldare | guadagnare reddito guadagno profitto | stipendio salario retribuzione paga
        tassa imposta tributo | ricco ricchezza benestante | povero povertà indigente | azienda impresa società compagnia ditta | fabbrica stabilimento industria
        prodotto merce bene | produrre fabbricare produzione generare | commercio scambio commerciale | banca istituto | contributo finanziamento sovvenzione sussidio fondo | finanziare sovvenzionare
        medico dottore | malattia morbo patologia | malato paziente infermo | ospedale clinica | farmaco medicina medicinale | cura trattamento terapia curare | scienziato ricercatore studioso
        scuola istituto | università ateneo | studente alunno allievo scolaro | esame prova test | premio riconoscimento ricompensa onorificenza
        chiesa tempio | religione fede culto religioso | dio divinità signore | prete sacerdote pastore | papa pontefice
        grande ampio vasto enorme | piccolo ridotto minore | maggiore superiore principale | massimo più elevato | minimo inferiore | alto elevato | basso inferiore
        importante significativo rilevante fondamentale principale essenziale | famoso noto celebre conosciuto | nuovo recente moderno | antico vecchio | primo iniziale | ultimo finale
        veloce rapido | velocità rapidità | lento | forte potente | forza potenza energia | debole | difficile complesso arduo | facile semplice | diverso differente vario
        simile analogo uguale | differenza diversità | necessario indispensabile richiesto | possibile eventuale | comune diffuso | raro insolito | vero reale | falso errato
        errore sbaglio | problema questione difficoltà | soluzione rimedio | pericolo rischio minaccia | sicuro sicurezza | danno danneggiare | incidente sinistro
        numero cifra quantità | percentuale percento quota tasso | gruppo insieme | metà mezzo | totale complessivo intero | quasi circa approssimativamente
        periodo epoca era età fase | anno annuale | mese mensile | giorno giornata quotidiano | settimana settimanale | secolo | data giorno | momento istante
        nord settentrionale | sud meridionale | est orientale | ovest occidentale | europa europeo | america americano | italia italiano | francia francese | inghilterra inglese britannico
        germania tedesco | spagna spagnolo | cina cinese | russia russo | grecia greco | giappone giapponese | polonia polacco | svizzera svizzero | olanda olandese
        teoria ipotesi | idea concetto nozione | esempio caso | metodo procedura tecnica sistema | obiettivo scopo fine finalità meta | piano progetto programma | progettare pianificare ideare disegnare progettazione pianificazione
        organizzazione ente organismo istituzione associazione | membro componente appartenente socio | partecipare partecipazione intervenire | riunione incontro seduta assemblea convegno
        comprendere includere contenere | composto costituito formato | dividere suddividere separare divisione | unire collegare unione congiungere | collegamento connessione legame
        mancare assenza mancanza carenza privo | presenza presente | tentare provare tentativo | riuscire successo | fallire fallimento insuccesso | rifiutare respingere rifiuto negare
        accettare accogliere accettazione | evitare prevenire | continuare proseguire | fermare arrestare bloccare interrompere | arresto cattura catturare | liberare libertà libero
        spostare trasferire trasferimento spostamento | portare trasportare trasporto | mettere porre collocare | prendere prelevare | togliere rimuovere eliminare | aggiungere aggiunta
        misurare misura misurazione | calcolare calcolo | contare conteggio | peso pesare | lunghezza lungo | larghezza largo | altezza alto | profondità profondo | temperatura calore caldo
        freddo gelido | acqua idrico | aria atmosfera | luce luminoso | fuoco incendio fiamma | pioggia precipitazione | clima climatico | ambiente ambientale ecologico
        bando avviso | candidatura domanda | scadenza termine | ufficio sportello | sindaco primo cittadino | volontario volontariato | disabile disabilità | straniero immigrato migrante
        sociale | salute sanità sanitario | cibo alimento alimentare | mangiare nutrirsi alimentarsi | bere bevanda | vestito abito indumento | colore tinta
        quadro dipinto pittura | pittore artista | statua scultura | museo galleria | mappa carta | nome denominazione titolo | lingua linguaggio idioma | parola termine vocabolo
        tradurre traduzione | significato senso | significare indicare | descrivere illustrare descrizione | spiegare chiarire spiegazione | dimostrare provare dimostrazione
        annunciare comunicare annuncio comunicazione | inviare spedire mandare invio | proporre suggerire proposta suggerimento | consigliare consiglio raccomandare | ordinare comandare ordine comando
        controllare verificare controllo verifica | osservare rispettare | influenzare influenza influire incidere | sviluppare sviluppo evoluzione | migliorare miglioramento perfezionare
        peggiorare peggioramento | preferire preferenza | amare amore | odiare odio | paura timore temere | felice contento gioia | triste tristezza | arrabbiato rabbia ira
        desiderare volere desiderio | sperare speranza | ricordare memoria ricordo | dimenticare oblio | conoscere conoscenza sapere | inventare invenzione inventore | esperimento sperimentare sperimentazione prova
        macchina apparecchio dispositivo | motore propulsore | computer elaboratore calcolatore | rete | dati informazione | arma | esplosione bomba scoppio | petrolio greggio | carburante combustibile
        accadere succedere avvenire verificarsi evento avvenimento fatto | apparire comparire apparizione comparsa | scomparire sparire | esistere esistenza | rimanere restare permanere | durare durata
        aprire apertura inaugurare inaugurazione | chiudere chiusura | entrare ingresso accesso accedere entrata | uscire uscita lasciare | salire salita ascesa | cadere caduta crollo crollare
        credere fede fiducia | sentire ascoltare udire ascolto | capire comprendere comprensione | sapere conoscere | immaginare immaginazione fantasia | sognare sogno
        promettere promessa impegno impegnarsi | minacciare minaccia | avvertire avvisare avvertimento | informare comunicare informazione notizia | pubblicare pubblicazione uscita edizione | stampare stampa
        firmatario sottoscrittore | negoziare trattare trattativa negoziato negoziazione | concordare accordarsi convenire | protestare protesta manifestazione | ribellione rivolta rivoluzione insurrezione | sciopero
        opporsi opposizione contrastare contrario contro | appoggiare appoggio favorire favore favorevole | criticare critica | lodare elogio elogiare | attribuire ascrivere | riconoscere riconoscimento
        derivare provenire origine provenienza derivazione | discendere discendente antenato erede | ereditare eredità | succedere successore | sostituire sostituzione rimpiazzare | precedere precedente anteriore
        seguire successivo seguente posteriore | accompagnare compagnia | raccogliere raccolta collezione | conservare preservare mantenere conservazione mantenimento | riparare riparazione restaurare restauro
        coprire copertura | riempire pieno | svuotare vuoto | bruciare incendiare | tagliare taglio | colpire colpo | ferire ferita lesione infortunio | soffrire sofferenza dolore | guarire guarigione
        contagio infezione infettare | sintomo segno | segnale segno avviso | simbolo emblema logo stemma | immagine fotografia figura illustrazione foto | disegno schizzo | forma sagoma aspetto | dimensione grandezza misura taglia
        quantità ammontare volume | capacità abilità competenza | esperto specialista competente | inesperto principiante | qualità caratteristica proprietà attributo | difetto imperfezione | vantaggio beneficio | svantaggio inconveniente
        elemento componente parte | pezzo frammento porzione | strato livello | superficie area estensione | bordo margine orlo | angolo spigolo | centro mezzo cuore | interno dentro | esterno fuori | vicino prossimo adiacente
        lontano distante distanza | sopra superiore | intorno attorno circa | davanti fronte | dietro retro | destra | sinistra | direzione verso rotta | origine fonte sorgente | conseguire seguire
        tipo genere specie categoria classe | modello esempio campione | serie sequenza successione | ordine disposizione sistemazione | regola principio criterio | eccezione deroga | condizione requisito presupposto | limite restrizione vincolo
        responsabilità dovere obbligo compito incarico | diritto facoltà | potere autorità | autorità organo | consiglio assemblea giunta | parlamento camera senato | ministro ministero | presidente capo | segretario | vescovo
        partito schieramento fazione | candidato aspirante | campagna | alleato alleanza coalizione | pace armistizio tregua | trattato accordo | invasione invadere occupare occupazione conquista conquistare | esilio esiliare espellere espulsione
        impero regno dominio | colonia colonizzare colono insediamento | schiavo schiavitù | nobile aristocratico nobiltà | contadino agricoltore agricolo agricoltura | raccolto coltivare coltivazione coltura | bestiame allevamento
        pesce pesca | uccello volatile | cavallo equino | cane | pecora ovino | mucca bovino | foresta bosco | deserto arido | isola arcipelago | costa litorale spiaggia | porto | lago | valle | collina | roccia pietra sasso minerale | metallo
        oro aureo | argento | ferro | legno legname | vetro | tessuto stoffa | carta | gas | liquido fluido | solido | ossigeno | pressione | energia | elettricità elettrico corrente | calore termico | onda | particella | atomo nucleare
        cellula | organismo vivente | corpo fisico | testa capo | occhio vista | mano | cuore cardiaco | sangue | cervello mente | pelle | batterio microbo | vaccino vaccinazione | scienza scientifico | matematica matematico | numero numerico
        equazione formula | insieme gruppo | funzione compito | spazio cosmo | pianeta | stella astro | sole solare | luna lunare | satellite | missione spedizione | astronauta | aereo aeroplano velivolo | aeroporto scalo | treno ferrovia ferroviario | stazione fermata | autobus
        ponte | galleria tunnel | torre | castello fortezza forte | muro parete | tetto | piazza | giardino parco | stadio arena impianto | teatro palcoscenico | palestra | biblioteca | albergo hotel | ristorante | negozio bottega | mercato
        spettatore pubblico platea | ascoltatore | telespettatore | celebrare festeggiare festa celebrazione | compleanno anniversario | vacanza festività ferie | viaggiatore passeggero | turista turismo turistico visitatore visita visitare
        campione vincitore | campionato torneo coppa | punto punteggio | stagione annata | debutto esordio debuttare | contratto ingaggio ingaggiare | regista regia | produttore | musicista cantante | cantare canto | ballare danza ballo | poeta poesia | romanzo racconto storia
        storico storia | filosofo filosofia | economia economico | finanza finanziario | politica politico | legge legale giuridico | avvocato difensore | polizia agente poliziotto | ladro furto rubare | prova evidenza | testimone testimonianza | vittima
        inquinamento inquinare contaminazione | rifiuti spazzatura | riciclo riciclaggio | consumo consumare | risparmio risparmiare | investimento investire | prestito mutuo | debito | credito | crisi recessione | disoccupazione disoccupato | uguaglianza parità | disuguaglianza disparità
        co-progettazione coprogettazione collaborazione | co-programmazione coprogrammazione programmazione | partenariato collaborazione cooperazione | affidamento appalto gara | rendicontazione rendiconto | monitoraggio controllo | valutazione stima valutare | graduatoria classifica
        beneficiario destinatario utente | servizio prestazione | cittadinanza cittadino comunità | quartiere rione | bene patrimonio | immobile edificio | locale spazio | orario ora | modulo formulario | iscrizione iscrivere registrazione registrare adesione aderire | revoca annullamento annullare revocare
        """;

    private static readonly FrozenDictionary<string, string[]> ByStem = Read();

    /// <summary>The stems that are often said for this one.</summary>
    public static IReadOnlyList<string> Of(string stem) => ByStem.GetValueOrDefault(stem, []);

    private static FrozenDictionary<string, string[]> Read()
    {
        var near = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in Groups.Split(['|', '\n']))
        {
            var stems = group.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => ItalianStemmer.Stem(Folding.Fold(word))).ToArray();
            foreach (var stem in stems)
            {
                if (!near.TryGetValue(stem, out var others))
                    near.Add(stem, others = new HashSet<string>(StringComparer.Ordinal));
                others.UnionWith(stems.Where(other => other != stem));
            }
        }
        return near.ToFrozenDictionary(group => group.Key, group => group.Value.ToArray(), StringComparer.Ordinal);
    }
}
