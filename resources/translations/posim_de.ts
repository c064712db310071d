<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About</source>
   <translation>Info</translation>
  </message>
  <message>
   <source>{program} {version}
Database: {database}
Workstation: {workstation}
Python {python}, Qt {qt}</source>
   <translation>{program} {version}
Datenbank: {database}
Arbeitsplatz: {workstation}
Python {python}, Qt {qt}</translation>
  </message>
  <message>
   <source>&amp;Licences</source>
   <translation>&amp;Lizenzen</translation>
  </message>
  <message>
   <source>Qt for Python is used under the LGPL-3.0.</source>
   <translation>Qt for Python wird unter der LGPL-3.0 verwendet.</translation>
  </message>
  <message>
   <source>Licenses</source>
   <translation>Lizenzen</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>AccountsPage</name>
  <message>
   <source>File › Export Journal writes these accounts. Type a name or a number of your books; parts stand between colons. An empty row takes the name in gray.</source>
   <translation>Datei › Journal exportieren schreibt diese Konten. Geben Sie einen Namen oder eine Nummer Ihrer Bücher ein; Teile stehen zwischen Doppelpunkten. Eine leere Zeile nimmt den grauen Namen.</translation>
  </message>
  <message>
   <source>Sales of {name}</source>
   <translation>Verkäufe {name}</translation>
  </message>
  <message>
   <source>Returns of {name}</source>
   <translation>Rückgaben {name}</translation>
  </message>
  <message>
   <source>Tender {name}</source>
   <translation>Zahlungsart {name}</translation>
  </message>
  <message>
   <source>Tax {name}</source>
   <translation>Steuer {name}</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source>Cash Rounding</source>
   <translation>Barzahlungsrundung</translation>
  </message>
  <message>
   <source>Cancellation Fees</source>
   <translation>Stornogebühren</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>Anzahlungen</translation>
  </message>
  <message>
   <source>Store Credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>On Account</source>
   <translation>Auf Rechnung</translation>
  </message>
  <message>
   <source>Paid In and Out</source>
   <translation>Ein- und Auszahlungen</translation>
  </message>
  <message>
   <source>Safe</source>
   <translation>Tresor</translation>
  </message>
  <message>
   <source>Over and Short</source>
   <translation>Zu viel und zu wenig</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Cost of Goods Sold</source>
   <translation>Wareneinsatz</translation>
  </message>
  <message>
   <source>Stock Changes</source>
   <translation>Bestandsänderungen</translation>
  </message>
  <message>
   <source>Opening Stock</source>
   <translation>Anfangsbestand</translation>
  </message>
  <message>
   <source>Owed to Vendors</source>
   <translation>Schulden bei Lieferanten</translation>
  </message>
  <message>
   <source>Freight</source>
   <translation>Fracht</translation>
  </message>
  <message>
   <source>Due from Vendors</source>
   <translation>Forderungen an Lieferanten</translation>
  </message>
 </context>
 <context>
  <name>ActualRows</name>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Taken Back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Actually Received</source>
   <translation>Wirklich eingegangen</translation>
  </message>
 </context>
 <context>
  <name>AdjustStockDialog</name>
  <message>
   <source>Adjust Stock</source>
   <translation>Bestand korrigieren</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Only the quantity changes. Which units are here follows from what was received, sold and taken back: name the unit in the reason.</source>
   <translation>Nur die Menge ändert sich. Welche Stücke da sind, ergibt sich aus Eingang, Verkauf und Rücknahme: Nennen Sie das Stück in der Begründung.</translation>
  </message>
  <message>
   <source>Counted, broken, stolen, found …</source>
   <translation>Gezählt, Bruch, Diebstahl, gefunden …</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>On Hand {on_hand}, {committed} of them set aside for customers</source>
   <translation>Bestand {on_hand}, davon {committed} für Kunden zurückgelegt</translation>
  </message>
 </context>
 <context>
  <name>Admission</name>
  <message>
   <source>From now on everybody here has a PIN. Make yours; then give the others theirs, on their cards.</source>
   <translation>Ab jetzt hat hier jeder eine PIN. Legen Sie Ihre fest; geben Sie dann den anderen ihre, auf deren Karten.</translation>
  </message>
 </context>
 <context>
  <name>AllocateBackordersDialog</name>
  <message>
   <source>Purchase Order Backorder Allocation</source>
   <translation>Bestellung den Rückständen zuteilen</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Oldest &amp;First</source>
   <translation>&amp;Älteste zuerst</translation>
  </message>
  <message>
   <source>&amp;None</source>
   <translation>&amp;Keine</translation>
  </message>
  <message>
   <source>Allocate to the oldest backorders first</source>
   <translation>Zuerst den ältesten Rückständen zuteilen</translation>
  </message>
  <message>
   <source>Leave everything for the shelf</source>
   <translation>Alles fürs Regal lassen</translation>
  </message>
  <message>
   <source>Purchase order to {vendor}.</source>
   <translation>Bestellung bei {vendor}.</translation>
  </message>
  <message>
   <source>Purchase order {number} to {vendor}.</source>
   <translation>Bestellung {number} bei {vendor}.</translation>
  </message>
  <message>
   <source>No customers are waiting for these goods.</source>
   <translation>Auf diese Ware wartet kein Kunde.</translation>
  </message>
  <message>
   <source>An allocation is only a plan: it sets nothing aside, and you are asked again when the goods arrive.</source>
   <translation>Eine Zuteilung ist nur ein Plan: Sie legt nichts zurück, und wenn die Ware kommt, werden Sie noch einmal gefragt.</translation>
  </message>
 </context>
 <context>
  <name>AllocationRows</name>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Allocated Elsewhere</source>
   <translation>Anderswo zugeteilt</translation>
  </message>
  <message>
   <source>Allocation</source>
   <translation>Zuteilung</translation>
  </message>
  <message>
   <source>On this order {there} · Allocated {allocated} · Left {left}</source>
   <translation>In dieser Bestellung {there} · Zugeteilt {allocated} · Übrig {left}</translation>
  </message>
 </context>
 <context>
  <name>ApprovalNotice</name>
  <message>
   <source>{why} When you go on, they are asked for their PIN.</source>
   <translation>{why} Wenn Sie weitermachen, wird nach deren PIN gefragt.</translation>
  </message>
 </context>
 <context>
  <name>ApproveDialog</name>
  <message>
   <source>Approve</source>
   <translation>Genehmigen</translation>
  </message>
  <message>
   <source>Discount: {percent} percent</source>
   <translation>Rabatt: {percent} Prozent</translation>
  </message>
  <message>
   <source>Price: {percent} percent of the card’s</source>
   <translation>Preis: {percent} Prozent dessen auf der Karte</translation>
  </message>
  <message>
   <source>Deposit: {percent} percent of what will be paid</source>
   <translation>Anzahlung: {percent} Prozent dessen, was zu zahlen sein wird</translation>
  </message>
  <message>
   <source>Fee: {percent} percent of the deposit</source>
   <translation>Gebühr: {percent} Prozent der Anzahlung</translation>
  </message>
  <message>
   <source>Amount: {amount}</source>
   <translation>Betrag: {amount}</translation>
  </message>
  <message>
   <source>Nobody called “{typed}” may approve this.</source>
   <translation>Niemand namens „{typed}“ darf das genehmigen.</translation>
  </message>
 </context>
 <context>
  <name>Audit</name>
  <message>
   <source>Audit</source>
   <translation>Prüfprotokoll</translation>
  </message>
  <message>
   <source>Nothing that must be accounted for was done yet.</source>
   <translation>Es wurde noch nichts getan, worüber Buch geführt wird.</translation>
  </message>
  <message>
   <source>Number, ID or name of a record</source>
   <translation>Nummer, ID oder Name</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Worum es geht</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
 </context>
 <context>
  <name>AuditAction</name>
  <message>
   <source>Stock adjusted</source>
   <translation>Bestand berichtigt</translation>
  </message>
  <message>
   <source>Question answered</source>
   <translation>Frage beantwortet</translation>
  </message>
  <message>
   <source>Customer to be asked</source>
   <translation>Kunde zu fragen</translation>
  </message>
  <message>
   <source>Will Also Take changed</source>
   <translation>„Nimmt auch“ geändert</translation>
  </message>
  <message>
   <source>Order made for backorders</source>
   <translation>Bestellung für Rückstände angelegt</translation>
  </message>
  <message>
   <source>Backorder canceled</source>
   <translation>Rückstand storniert</translation>
  </message>
  <message>
   <source>Allocations changed</source>
   <translation>Zuteilungen geändert</translation>
  </message>
  <message>
   <source>Discount changed</source>
   <translation>Rabatt geändert</translation>
  </message>
  <message>
   <source>Preferences changed</source>
   <translation>Einstellungen geändert</translation>
  </message>
  <message>
   <source>Special order discarded</source>
   <translation>Sonderbestellung verworfen</translation>
  </message>
  <message>
   <source>Special order posted</source>
   <translation>Sonderbestellung gebucht</translation>
  </message>
  <message>
   <source>Stock count discarded</source>
   <translation>Inventur verworfen</translation>
  </message>
  <message>
   <source>Stock count posted</source>
   <translation>Inventur gebucht</translation>
  </message>
  <message>
   <source>Price changed</source>
   <translation>Preis geändert</translation>
  </message>
  <message>
   <source>Purchase order changed</source>
   <translation>Bestellung geändert</translation>
  </message>
  <message>
   <source>Tax changed</source>
   <translation>Steuer geändert</translation>
  </message>
  <message>
   <source>Drawer closed</source>
   <translation>Kassentag abgeschlossen</translation>
  </message>
  <message>
   <source>Line closed short</source>
   <translation>Rest einer Position gestrichen</translation>
  </message>
  <message>
   <source>Receiving log corrected</source>
   <translation>Wareneingang berichtigt</translation>
  </message>
  <message>
   <source>Invoice committed</source>
   <translation>Rechnung reserviert</translation>
  </message>
  <message>
   <source>Drawer to be counted again</source>
   <translation>Schublade neu zu zählen</translation>
  </message>
  <message>
   <source>Drawer counted</source>
   <translation>Schublade gezählt</translation>
  </message>
  <message>
   <source>Goods of canceled backorders decided</source>
   <translation>Über stornierte Ware entschieden</translation>
  </message>
  <message>
   <source>Invoice discarded</source>
   <translation>Rechnung verworfen</translation>
  </message>
  <message>
   <source>Purchase order discarded</source>
   <translation>Bestellung verworfen</translation>
  </message>
  <message>
   <source>Receiving log discarded</source>
   <translation>Wareneingang verworfen</translation>
  </message>
  <message>
   <source>File imported</source>
   <translation>Datei importiert</translation>
  </message>
  <message>
   <source>Import undone</source>
   <translation>Import rückgängig gemacht</translation>
  </message>
  <message>
   <source>Cash dropped</source>
   <translation>Bargeld abgeschöpft</translation>
  </message>
  <message>
   <source>Backorders filled from the shelf</source>
   <translation>Rückstände aus dem Regal bedient</translation>
  </message>
  <message>
   <source>Customer forgotten</source>
   <translation>Kunde vergessen</translation>
  </message>
  <message>
   <source>Customer's data handed over</source>
   <translation>Daten eines Kunden herausgegeben</translation>
  </message>
  <message>
   <source>Customers merged</source>
   <translation>Kunden zusammengeführt</translation>
  </message>
  <message>
   <source>Drawer opened without a sale</source>
   <translation>Schublade ohne Verkauf geöffnet</translation>
  </message>
  <message>
   <source>Drawer opened with a float</source>
   <translation>Schublade mit Wechselgeld eröffnet</translation>
  </message>
  <message>
   <source>Sold more than was available</source>
   <translation>Mehr verkauft als verfügbar</translation>
  </message>
  <message>
   <source>Cash paid in</source>
   <translation>Bargeld eingezahlt</translation>
  </message>
  <message>
   <source>Cash paid out</source>
   <translation>Bargeld ausgezahlt</translation>
  </message>
  <message>
   <source>Invoice posted</source>
   <translation>Rechnung gebucht</translation>
  </message>
  <message>
   <source>Purchase order posted</source>
   <translation>Bestellung gebucht</translation>
  </message>
  <message>
   <source>Return to vendor discarded</source>
   <translation>Rücksendung an Lieferanten verworfen</translation>
  </message>
  <message>
   <source>Return to vendor posted</source>
   <translation>Rücksendung an Lieferanten gebucht</translation>
  </message>
  <message>
   <source>Vendor's credit noted</source>
   <translation>Gutschrift des Lieferanten vermerkt</translation>
  </message>
  <message>
   <source>Receipt mailed</source>
   <translation>Beleg gemailt</translation>
  </message>
  <message>
   <source>Purchase order mailed</source>
   <translation>Bestellung gemailt</translation>
  </message>
  <message>
   <source>Receiving log posted</source>
   <translation>Wareneingang gebucht</translation>
  </message>
  <message>
   <source>Line put back</source>
   <translation>Position wiederhergestellt</translation>
  </message>
  <message>
   <source>Credit put on a backorder</source>
   <translation>Guthaben auf einen Rückstand gelegt</translation>
  </message>
  <message>
   <source>Shop replaced by a backup</source>
   <translation>Laden durch eine Sicherung ersetzt</translation>
  </message>
  <message>
   <source>Shop restored from a backup</source>
   <translation>Laden aus einer Sicherung wiederhergestellt</translation>
  </message>
  <message>
   <source>Goods released</source>
   <translation>Ware freigegeben</translation>
  </message>
  <message>
   <source>Line deleted</source>
   <translation>Position gelöscht</translation>
  </message>
  <message>
   <source>Goods returned</source>
   <translation>Ware zurückgenommen</translation>
  </message>
  <message>
   <source>Set-aside goods sold to somebody else</source>
   <translation>Zurückgelegte Ware anderweitig verkauft</translation>
  </message>
  <message>
   <source>Limit on account changed</source>
   <translation>Kreditlimit geändert</translation>
  </message>
  <message>
   <source>Read off the card terminal</source>
   <translation>Vom Kartenterminal abgelesen</translation>
  </message>
  <message>
   <source>Invoice uncommitted</source>
   <translation>Reservierung der Rechnung aufgehoben</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Genehmigt</translation>
  </message>
  <message>
   <source>Logged in</source>
   <translation>Angemeldet</translation>
  </message>
  <message>
   <source>Switched to</source>
   <translation>Gewechselt zu</translation>
  </message>
  <message>
   <source>Drawer of a workstation chosen</source>
   <translation>Schublade eines Arbeitsplatzes gewählt</translation>
  </message>
  <message>
   <source>Wrong PIN</source>
   <translation>Falsche PIN</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Locked out after wrong PINs</source>
   <translation>Nach falschen PINs gesperrt</translation>
  </message>
  <message>
   <source>First PIN made</source>
   <translation>Erste PIN angelegt</translation>
  </message>
  <message>
   <source>Own PIN changed</source>
   <translation>Eigene PIN geändert</translation>
  </message>
  <message>
   <source>Tender given back</source>
   <translation>Zahlung zurückgegeben</translation>
  </message>
  <message>
   <source>PIN given</source>
   <translation>PIN vergeben</translation>
  </message>
  <message>
   <source>Forgotten PIN replaced from outside</source>
   <translation>Vergessene PIN von außen ersetzt</translation>
  </message>
  <message>
   <source>Customer added</source>
   <translation>Kunde angelegt</translation>
  </message>
  <message>
   <source>Customer changed</source>
   <translation>Kunde geändert</translation>
  </message>
  <message>
   <source>Customer deleted</source>
   <translation>Kunde gelöscht</translation>
  </message>
  <message>
   <source>Customer archived</source>
   <translation>Kunde archiviert</translation>
  </message>
  <message>
   <source>Customer brought back</source>
   <translation>Kunde zurückgeholt</translation>
  </message>
  <message>
   <source>Department added</source>
   <translation>Warengruppe angelegt</translation>
  </message>
  <message>
   <source>Department changed</source>
   <translation>Warengruppe geändert</translation>
  </message>
  <message>
   <source>Department deleted</source>
   <translation>Warengruppe gelöscht</translation>
  </message>
  <message>
   <source>Department archived</source>
   <translation>Warengruppe archiviert</translation>
  </message>
  <message>
   <source>Department brought back</source>
   <translation>Warengruppe zurückgeholt</translation>
  </message>
  <message>
   <source>Role added</source>
   <translation>Rolle angelegt</translation>
  </message>
  <message>
   <source>Role changed</source>
   <translation>Rolle geändert</translation>
  </message>
  <message>
   <source>Role deleted</source>
   <translation>Rolle gelöscht</translation>
  </message>
  <message>
   <source>Role archived</source>
   <translation>Rolle archiviert</translation>
  </message>
  <message>
   <source>Role brought back</source>
   <translation>Rolle zurückgeholt</translation>
  </message>
  <message>
   <source>Employee added</source>
   <translation>Mitarbeiter angelegt</translation>
  </message>
  <message>
   <source>Employee changed</source>
   <translation>Mitarbeiter geändert</translation>
  </message>
  <message>
   <source>Employee deleted</source>
   <translation>Mitarbeiter gelöscht</translation>
  </message>
  <message>
   <source>Employee archived</source>
   <translation>Mitarbeiter archiviert</translation>
  </message>
  <message>
   <source>Employee brought back</source>
   <translation>Mitarbeiter zurückgeholt</translation>
  </message>
  <message>
   <source>Item added</source>
   <translation>Artikel angelegt</translation>
  </message>
  <message>
   <source>Item changed</source>
   <translation>Artikel geändert</translation>
  </message>
  <message>
   <source>Item deleted</source>
   <translation>Artikel gelöscht</translation>
  </message>
  <message>
   <source>Item archived</source>
   <translation>Artikel archiviert</translation>
  </message>
  <message>
   <source>Item brought back</source>
   <translation>Artikel zurückgeholt</translation>
  </message>
  <message>
   <source>Tax code added</source>
   <translation>Steuerschlüssel angelegt</translation>
  </message>
  <message>
   <source>Tax code changed</source>
   <translation>Steuerschlüssel geändert</translation>
  </message>
  <message>
   <source>Tax code deleted</source>
   <translation>Steuerschlüssel gelöscht</translation>
  </message>
  <message>
   <source>Tax code archived</source>
   <translation>Steuerschlüssel archiviert</translation>
  </message>
  <message>
   <source>Tax code brought back</source>
   <translation>Steuerschlüssel zurückgeholt</translation>
  </message>
  <message>
   <source>Tender added</source>
   <translation>Zahlungsart hinzugefügt</translation>
  </message>
  <message>
   <source>Tender changed</source>
   <translation>Zahlungsart geändert</translation>
  </message>
  <message>
   <source>Tender deleted</source>
   <translation>Zahlungsart gelöscht</translation>
  </message>
  <message>
   <source>Tender archived</source>
   <translation>Zahlungsart archiviert</translation>
  </message>
  <message>
   <source>Tender brought back</source>
   <translation>Zahlungsart zurückgeholt</translation>
  </message>
  <message>
   <source>Vendor added</source>
   <translation>Lieferant angelegt</translation>
  </message>
  <message>
   <source>Vendor changed</source>
   <translation>Lieferant geändert</translation>
  </message>
  <message>
   <source>Vendor deleted</source>
   <translation>Lieferant gelöscht</translation>
  </message>
  <message>
   <source>Vendor archived</source>
   <translation>Lieferant archiviert</translation>
  </message>
  <message>
   <source>Vendor brought back</source>
   <translation>Lieferant zurückgeholt</translation>
  </message>
 </context>
 <context>
  <name>AuditCard</name>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>Before and After</source>
   <translation>Vorher und nachher</translation>
  </message>
  <message>
   <source>nothing more to say</source>
   <translation>nichts weiter</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Worum es geht</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Reason: {reason}</source>
   <translation>Grund: {reason}</translation>
  </message>
 </context>
 <context>
  <name>AuditCheck</name>
  <message>
   <source>The chain of events is being checked.</source>
   <translation>Die Kette der Ereignisse wird geprüft.</translation>
  </message>
  <message>
   <source>The chain of events is broken at event {event}: it was changed or taken out. The events before it are as they were written. Call whoever looks after the database.</source>
   <translation>Die Kette der Ereignisse ist bei Ereignis {event} gebrochen: Es wurde geändert oder entfernt. Die Ereignisse davor sind so, wie sie geschrieben wurden. Rufen Sie, wer die Datenbank betreut.</translation>
  </message>
  <message>
   <source>The chain of events is unbroken: {count} events.</source>
   <translation>Die Kette der Ereignisse ist ungebrochen: {count} Ereignisse.</translation>
  </message>
  <message>
   <source>The chain of events is being checked: {percent} %</source>
   <translation>Die Kette der Ereignisse wird geprüft: {percent} %</translation>
  </message>
 </context>
 <context>
  <name>AuditField</name>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Position</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount %</source>
   <translation>Rabatt %</translation>
  </message>
  <message>
   <source>Discount on the sale</source>
   <translation>Rabatt auf den Verkauf</translation>
  </message>
  <message>
   <source>Discount on the sale %</source>
   <translation>Rabatt auf den Verkauf %</translation>
  </message>
  <message>
   <source>Tax exempt</source>
   <translation>Steuerfrei</translation>
  </message>
  <message>
   <source>Exemption number</source>
   <translation>Befreiungsnummer</translation>
  </message>
  <message>
   <source>Exempt because</source>
   <translation>Befreit, weil</translation>
  </message>
  <message>
   <source>Reason for the discount</source>
   <translation>Grund für den Rabatt</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>Anzahlungen</translation>
  </message>
  <message>
   <source>Freed of the deposit</source>
   <translation>Von der Anzahlung frei geworden</translation>
  </message>
  <message>
   <source>Cancellation fee</source>
   <translation>Stornogebühr</translation>
  </message>
  <message>
   <source>Paid back</source>
   <translation>Zurückgezahlt</translation>
  </message>
  <message>
   <source>Kept as credit</source>
   <translation>Als Guthaben behalten</translation>
  </message>
  <message>
   <source>Limit on account</source>
   <translation>Kreditlimit</translation>
  </message>
  <message>
   <source>Backorders made</source>
   <translation>Angelegte Rückstände</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Invoices made</source>
   <translation>Angelegte Rechnungen</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Place in Pay</source>
   <translation>Platz beim Bezahlen</translation>
  </message>
  <message>
   <source>Opens the drawer</source>
   <translation>Öffnet die Schublade</translation>
  </message>
  <message>
   <source>Asks a reference</source>
   <translation>Fragt nach einem Beleg</translation>
  </message>
  <message>
   <source>Gives change</source>
   <translation>Gibt Rückgeld</translation>
  </message>
  <message>
   <source>Is rounded as cash</source>
   <translation>Wird wie Bargeld gerundet</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Belegnummer</translation>
  </message>
  <message>
   <source>Taken by the card terminal</source>
   <translation>Vom Kartenterminal angenommen</translation>
  </message>
  <message>
   <source>The money was taken</source>
   <translation>Das Geld wurde eingezogen</translation>
  </message>
  <message>
   <source>Tender</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Wechselgeld</translation>
  </message>
  <message>
   <source>Left in the drawer</source>
   <translation>In der Schublade geblieben</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Stays in the drawer</source>
   <translation>Bleibt in der Schublade</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Schublade</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>On Hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Found more than expected</source>
   <translation>Mehr gefunden als erwartet</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>Will Also Take</source>
   <translation>Nimmt auch</translation>
  </message>
  <message>
   <source>Released</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Set aside (Rcv)</source>
   <translation>Zurückgelegt (Eingang)</translation>
  </message>
  <message>
   <source>Still open</source>
   <translation>Noch offen</translation>
  </message>
  <message>
   <source>Closed short</source>
   <translation>Rest gestrichen</translation>
  </message>
  <message>
   <source>Sent back</source>
   <translation>Zurückgeschickt</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Owed to customers again</source>
   <translation>Kunden wieder geschuldet</translation>
  </message>
  <message>
   <source>Purchase order open again</source>
   <translation>Bestellung wieder offen</translation>
  </message>
  <message>
   <source>Purchase order closed</source>
   <translation>Geschlossene Bestellung</translation>
  </message>
  <message>
   <source>Allocated</source>
   <translation>Zugeteilt</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Backorders filled</source>
   <translation>Bediente Rückstände</translation>
  </message>
  <message>
   <source>Set aside for</source>
   <translation>Zurückgelegt für</translation>
  </message>
  <message>
   <source>Canceled by</source>
   <translation>Storniert von</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Wrong PINs in a row</source>
   <translation>Falsche PINs in Folge</translation>
  </message>
  <message>
   <source>Seconds to wait</source>
   <translation>Wartezeit in Sekunden</translation>
  </message>
  <message>
   <source>Badge</source>
   <translation>Ausweis</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Merged into this card</source>
   <translation>Mit dieser Karte zusammengeführt</translation>
  </message>
  <message>
   <source>Merged into</source>
   <translation>Zusammengeführt mit</translation>
  </message>
  <message>
   <source>Picked up from invoices</source>
   <translation>Abgeholt von Rechnungen</translation>
  </message>
  <message>
   <source>Working invoices moved</source>
   <translation>Verschobene Rechnungen in Arbeit</translation>
  </message>
  <message>
   <source>Special orders moved</source>
   <translation>Verschobene Sonderbestellungen</translation>
  </message>
  <message>
   <source>Backorders moved</source>
   <translation>Verschobene Rückstände</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>ID</source>
   <translation>ID</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Barcodes</source>
   <translation>Barcodes</translation>
  </message>
  <message>
   <source>Pack barcodes</source>
   <translation>Gebindecodes</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Preferred Vendor</source>
   <translation>Hauptlieferant</translation>
  </message>
  <message>
   <source>Vendor Item Number</source>
   <translation>Artikelnummer des Lieferanten</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Max Stock</source>
   <translation>Maximalbestand</translation>
  </message>
  <message>
   <source>Min Stock</source>
   <translation>Mindestbestand</translation>
  </message>
  <message>
   <source>Stocked</source>
   <translation>Mit Bestand</translation>
  </message>
  <message>
   <source>Serial Numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Pack</source>
   <translation>Gebinde</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Smallest Cut</source>
   <translation>Kleinster Zuschnitt</translation>
  </message>
  <message>
   <source>Pack Is Called</source>
   <translation>Gebinde heißt</translation>
  </message>
  <message>
   <source>Cost of a Pack</source>
   <translation>Einkaufspreis des Gebindes</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Autor</translation>
  </message>
  <message>
   <source>Publisher</source>
   <translation>Verlag</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Ausgabe</translation>
  </message>
  <message>
   <source>On Sale From</source>
   <translation>Erstverkaufstag</translation>
  </message>
  <message>
   <source>Books</source>
   <translation>Bücher</translation>
  </message>
  <message>
   <source>Cost from the preferred vendor</source>
   <translation>Kosten beim Hauptlieferanten</translation>
  </message>
  <message>
   <source>Smallest order</source>
   <translation>Mindestbestellung</translation>
  </message>
  <message>
   <source>Usual days</source>
   <translation>Übliche Tage</translation>
  </message>
  <message>
   <source>Other vendors (number / pack / smallest order / days)</source>
   <translation>Weitere Lieferanten (Nummer / Gebinde / Mindestbestellung / Tage)</translation>
  </message>
  <message>
   <source>Costs from other vendors</source>
   <translation>Kosten bei weiteren Lieferanten</translation>
  </message>
  <message>
   <source>Smallest order, amount</source>
   <translation>Mindestbestellung, Betrag</translation>
  </message>
  <message>
   <source>Smallest order, units</source>
   <translation>Mindestbestellung, Stück</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Rate %</source>
   <translation>Satz %</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>May</source>
   <translation>Darf</translation>
  </message>
  <message>
   <source>Largest discount %</source>
   <translation>Größter Rabatt %</translation>
  </message>
  <message>
   <source>What must be left of the price %</source>
   <translation>Was vom Preis bleiben muss %</translation>
  </message>
  <message>
   <source>Most paid out for one invoice</source>
   <translation>Höchste Auszahlung je Rechnung</translation>
  </message>
  <message>
   <source>Most given back for a line</source>
   <translation>Höchstens je Position zurückgeben</translation>
  </message>
  <message>
   <source>Most given back without a receipt</source>
   <translation>Höchstens ohne Beleg zurückgeben</translation>
  </message>
  <message>
   <source>Smallest deposit %</source>
   <translation>Kleinste Anzahlung %</translation>
  </message>
  <message>
   <source>Deposit %</source>
   <translation>Anzahlung %</translation>
  </message>
  <message>
   <source>Terms of special orders</source>
   <translation>Bedingungen für Sonderbestellungen</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Largest cancellation fee, % of the deposit</source>
   <translation>Höchste Stornogebühr, % der Anzahlung</translation>
  </message>
  <message>
   <source>Up to (percent, or money)</source>
   <translation>Bis zu (Prozent oder Geld)</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Phone 2</source>
   <translation>Telefon 2</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Account Number</source>
   <translation>Kontonummer</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>Archiviert</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Store name</source>
   <translation>Name des Geschäfts</translation>
  </message>
  <message>
   <source>Store address</source>
   <translation>Anschrift des Geschäfts</translation>
  </message>
  <message>
   <source>Store phone</source>
   <translation>Telefon des Geschäfts</translation>
  </message>
  <message>
   <source>Tax number</source>
   <translation>Steuernummer</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>The receipt begins with</source>
   <translation>Der Bon beginnt mit</translation>
  </message>
  <message>
   <source>The receipt ends with</source>
   <translation>Der Bon endet mit</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Decimal places of amounts</source>
   <translation>Nachkommastellen der Beträge</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>Prices include tax</source>
   <translation>Preise enthalten die Steuer</translation>
  </message>
  <message>
   <source>Tax code of new items</source>
   <translation>Steuerschlüssel neuer Artikel</translation>
  </message>
  <message>
   <source>A scan may be a vendor's item number</source>
   <translation>Ein Scan darf eine Artikelnummer des Lieferanten sein</translation>
  </message>
  <message>
   <source>Warn when out of stock</source>
   <translation>Warnen, wenn nicht vorrätig</translation>
  </message>
  <message>
   <source>Accounts of the journal</source>
   <translation>Konten des Journals</translation>
  </message>
  <message>
   <source>Weight and price codes</source>
   <translation>Gewichts- und Preiscodes</translation>
  </message>
  <message>
   <source>Discounts need a reason above %</source>
   <translation>Rabatte brauchen einen Grund über %</translation>
  </message>
  <message>
   <source>Locks after (minutes)</source>
   <translation>Sperrt nach (Minuten)</translation>
  </message>
  <message>
   <source>PIN asked for</source>
   <translation>PIN wird verlangt</translation>
  </message>
  <message>
   <source>Cash rounded to (smallest units)</source>
   <translation>Bargeld gerundet auf (kleinste Einheiten)</translation>
  </message>
  <message>
   <source>Folder of backups</source>
   <translation>Ordner der Sicherungen</translation>
  </message>
  <message>
   <source>Second folder of backups</source>
   <translation>Zweiter Ordner der Sicherungen</translation>
  </message>
  <message>
   <source>Backs up at closing</source>
   <translation>Sichert beim Schließen</translation>
  </message>
  <message>
   <source>Hour of the backup</source>
   <translation>Stunde der Sicherung</translation>
  </message>
  <message>
   <source>Keeps all backups for (days)</source>
   <translation>Behält alle Sicherungen (Tage)</translation>
  </message>
  <message>
   <source>Warns without a backup after (days)</source>
   <translation>Warnt ohne Sicherung nach (Tagen)</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Numbers left out</source>
   <translation>Ausgelassene Nummern</translation>
  </message>
  <message>
   <source>Opens only with a counted float</source>
   <translation>Öffnet nur mit gezähltem Wechselgeld</translation>
  </message>
  <message>
   <source>Cancellation fee, % of the deposit</source>
   <translation>Stornogebühr, % der Anzahlung</translation>
  </message>
  <message>
   <source>Usual deposit (smallest units)</source>
   <translation>Übliche Anzahlung (kleinste Einheiten)</translation>
  </message>
  <message>
   <source>Why goods come back</source>
   <translation>Warum Waren zurückkommen</translation>
  </message>
  <message>
   <source>Without a receipt, a customer above</source>
   <translation>Ohne Beleg nur mit Kunde über</translation>
  </message>
  <message>
   <source>Of invoice</source>
   <translation>Von Rechnung</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Backorders are old after (days)</source>
   <translation>Rückstände sind alt nach (Tagen)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sale and receiving</source>
   <translation>Verkauf und Wareneingang</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>{shown}; {count} more</source>
   <translation>{shown}; {count} weitere</translation>
  </message>
 </context>
 <context>
  <name>AuditFilter</name>
  <message>
   <source>Everybody</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>From Day</source>
   <translation>Von Tag</translation>
  </message>
  <message>
   <source>To Day</source>
   <translation>Bis Tag</translation>
  </message>
 </context>
 <context>
  <name>AuditRecord</name>
  <message>
   <source>Backorder {name}</source>
   <translation>Rückstand {name}</translation>
  </message>
  <message>
   <source>Customer {name}</source>
   <translation>Kunde {name}</translation>
  </message>
  <message>
   <source>Department {name}</source>
   <translation>Warengruppe {name}</translation>
  </message>
  <message>
   <source>Drawer {name}</source>
   <translation>Schublade {name}</translation>
  </message>
  <message>
   <source>Day of a drawer</source>
   <translation>Kassentag</translation>
  </message>
  <message>
   <source>Employee {name}</source>
   <translation>Mitarbeiter {name}</translation>
  </message>
  <message>
   <source>Invoice {name}</source>
   <translation>Rechnung {name}</translation>
  </message>
  <message>
   <source>Item {name}</source>
   <translation>Artikel {name}</translation>
  </message>
  <message>
   <source>Outgoing mail</source>
   <translation>Ausgehende Mail</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Print job</source>
   <translation>Druckauftrag</translation>
  </message>
  <message>
   <source>Purchase order {name}</source>
   <translation>Bestellung {name}</translation>
  </message>
  <message>
   <source>Receiving log {name}</source>
   <translation>Wareneingang {name}</translation>
  </message>
  <message>
   <source>Tax code {name}</source>
   <translation>Steuerschlüssel {name}</translation>
  </message>
  <message>
   <source>Want {name}</source>
   <translation>Wunsch {name}</translation>
  </message>
  <message>
   <source>Import {name}</source>
   <translation>Import {name}</translation>
  </message>
  <message>
   <source>Tender {name}</source>
   <translation>Zahlungsart {name}</translation>
  </message>
  <message>
   <source>Vendor {name}</source>
   <translation>Lieferant {name}</translation>
  </message>
  <message>
   <source>Return to vendor {name}</source>
   <translation>Rücksendung {name}</translation>
  </message>
  <message>
   <source>(not posted)</source>
   <translation>(nicht gebucht)</translation>
  </message>
  <message>
   <source>(deleted)</source>
   <translation>(gelöscht)</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>niemand</translation>
  </message>
  <message>
   <source>{who}, approved by {approver}</source>
   <translation>{who}, genehmigt von {approver}</translation>
  </message>
 </context>
 <context>
  <name>AutoBackorderPoDialog</name>
  <message>
   <source>Purchase orders written: {count}. This is the first; review it, then post it.</source>
   <translation>Geschriebene Bestellungen: {count}. Dies ist die erste; prüfen und buchen Sie sie.</translation>
  </message>
  <message>
   <source>Auto Backorder PO</source>
   <translation>Rückstände bestellen</translation>
  </message>
  <message>
   <source>Backorders Dated on or &amp;Before</source>
   <translation>Rückstände vom oder &amp;vor dem</translation>
  </message>
  <message>
   <source>&amp;All Vendors</source>
   <translation>&amp;Alle Lieferanten</translation>
  </message>
  <message>
   <source>&amp;No Vendors</source>
   <translation>&amp;Kein Lieferant</translation>
  </message>
  <message>
   <source>Vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>Not allocated on open orders, so not bought again</source>
   <translation>In laufenden Bestellungen nicht zugeteilt, wird daher nicht noch einmal gekauft</translation>
  </message>
  <message>
   <source>Purchase Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Unallocated</source>
   <translation>Nicht zugeteilt</translation>
  </message>
  <message>
   <source>Qty Wanted</source>
   <translation>Bedarf</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Vendors: %v of %m</source>
   <translation>Lieferanten: %v von %m</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Customers are waiting for these goods, and no order will bring them. OK writes a Working Purchase Order to each checked vendor, in whole packs, and allocates it to the oldest backorders.</source>
   <translation>Auf diese Ware warten Kunden, und keine Bestellung bringt sie. OK schreibt für jeden angekreuzten Lieferanten eine Bestellung in ganzen Gebinden und teilt sie den ältesten Rückständen zu.</translation>
  </message>
  <message>
   <source>Customers are waiting for these items, but none of them has a vendor to order from.</source>
   <translation>Auf diese Artikel warten Kunden, aber keiner davon hat einen Lieferanten.</translation>
  </message>
  <message>
   <source>There is nothing to order yet.</source>
   <translation>Noch ist nichts zu bestellen.</translation>
  </message>
  <message>
   <source>There is nothing to order: everything customers have been waiting for up to this date is on an order.</source>
   <translation>Es gibt nichts zu bestellen: Alles, worauf Kunden bis zu diesem Tag warten, ist bestellt.</translation>
  </message>
  <message>
   <source>{units} of what they wait for can be filled now: it is in stock, so it is not ordered.</source>
   <translation>{units} davon sind jetzt bedienbar: Es liegt auf Lager und wird nicht bestellt.</translation>
  </message>
  <message>
   <source>Can Be Filled Now</source>
   <translation>Jetzt bedienbar</translation>
  </message>
  <message>
   <source>Choose at least one vendor with something to order.</source>
   <translation>Wählen Sie mindestens einen Lieferanten, bei dem etwas zu bestellen ist.</translation>
  </message>
  <message>
   <source>Stops after the vendors in progress; orders already written are kept</source>
   <translation>Hält nach den Lieferanten an, die gerade bearbeitet werden; geschriebene Bestellungen bleiben</translation>
  </message>
  <message>
   <source>Orders already written: {count}.</source>
   <translation>Schon geschriebene Bestellungen: {count}.</translation>
  </message>
  <message>
   <source>There was nothing left to order.</source>
   <translation>Es war nichts mehr zu bestellen.</translation>
  </message>
 </context>
 <context>
  <name>AutoOrderDialog</name>
  <message>
   <source>Auto Order</source>
   <translation>Bestellvorschlag</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>As &amp;Proposed</source>
   <translation>Wie &amp;vorgeschlagen</translation>
  </message>
  <message>
   <source>&amp;None</source>
   <translation>&amp;Keine</translation>
  </message>
  <message>
   <source>Old Backorders</source>
   <translation>Alte Rückstände</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Open &amp;Backorder</source>
   <translation>&amp;Rückstand öffnen</translation>
  </message>
  <message>
   <source>Closes this window without ordering and shows the card</source>
   <translation>Schließt dieses Fenster, ohne zu bestellen, und zeigt die Karte</translation>
  </message>
  <message>
   <source>What is needed from {vendor}: what customers are waiting for and what the shelf is short of Max Stock, less what is already on order. Nothing is written until you press OK.</source>
   <translation>Was von {vendor} gebraucht wird: worauf Kunden warten und was im Regal zum Maximalbestand fehlt, abzüglich dessen, was schon bestellt ist. Vor OK wird nichts geschrieben.</translation>
  </message>
  <message>
   <source>There is nothing to order from {vendor}. For every item with this Preferred Vendor, enough is in stock or on order for waiting customers and for Max Stock.</source>
   <translation>Bei {vendor} gibt es nichts zu bestellen. Von jedem Artikel mit diesem Hauptlieferanten ist für wartende Kunden und bis zum Maximalbestand genug da oder bestellt.</translation>
  </message>
  <message>
   <source>Open for {days} days or longer. Every order includes these backorders until they are filled or canceled.</source>
   <translation>Seit {days} Tagen oder länger offen. Jede Bestellung enthält diese Rückstände, bis sie erledigt oder storniert sind.</translation>
  </message>
  <message>
   <source>There is nothing to order.</source>
   <translation>Es gibt nichts zu bestellen.</translation>
  </message>
 </context>
 <context>
  <name>AutoOrderRows</name>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>For Customers</source>
   <translation>Für Kunden</translation>
  </message>
  <message>
   <source>+ To Max</source>
   <translation>+ Bis Max.</translation>
  </message>
  <message>
   <source>− On Order</source>
   <translation>− In Bestellung</translation>
  </message>
  <message>
   <source>− Working</source>
   <translation>− In Arbeit</translation>
  </message>
  <message>
   <source>+ Packs</source>
   <translation>+ Gebinde</translation>
  </message>
  <message>
   <source>= Order</source>
   <translation>= Bestellen</translation>
  </message>
  <message>
   <source>Old backorders: {count}</source>
   <translation>Alte Rückstände: {count}</translation>
  </message>
  <message>
   <source>Enough on order</source>
   <translation>Genug bestellt</translation>
  </message>
  <message>
   <source>Above Min Stock</source>
   <translation>Über Mindestbestand</translation>
  </message>
  <message>
   <source>{item} {description}
Available {available}, Max Stock {max}, Min Stock {min}, in packs of {pack}
On working orders: {here} on this one, {elsewhere} on others</source>
   <translation>{item} {description}
Verfügbar {available}, Maximalbestand {max}, Mindestbestand {min}, Gebinde zu {pack}
In Bestellungen in Arbeit: {here} in dieser, {elsewhere} in anderen</translation>
  </message>
 </context>
 <context>
  <name>AwaitedOrderDialog</name>
  <message>
   <source>Wait for an Order</source>
   <translation>Auf eine Bestellung warten</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Posting the invoice allocates the goods to the backorder: {quantity} × {item}.</source>
   <translation>Beim Buchen der Rechnung wird die Ware dem Rückstand zugeteilt: {quantity} × {item}.</translation>
  </message>
  <message>
   <source>No order in particular</source>
   <translation>Keine bestimmte Bestellung</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>PO {number} has {free} free, no day yet</source>
   <translation>Bestellung {number} hat {free} frei, noch kein Tag</translation>
  </message>
  <message>
   <source>PO {number} has {free} free, expected {day}</source>
   <translation>Bestellung {number} hat {free} frei, erwartet {day}</translation>
  </message>
 </context>
 <context>
  <name>BackUpNowDialog</name>
  <message>
   <source>Back Up Now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Back Up</source>
   <translation>Sichern</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>A copy of the shop goes into {folder}.</source>
   <translation>Eine Kopie des Ladens kommt nach {folder}.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>BackorderCard</name>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Source Invoice</source>
   <translation>Aus Rechnung</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>A&amp;bbrechen</translation>
  </message>
  <message>
   <source>What Happe&amp;ned</source>
   <translation>Verla&amp;uf</translation>
  </message>
  <message>
   <source>F&amp;ill…</source>
   <translation>Bed&amp;ienen …</translation>
  </message>
  <message>
   <source>&amp;Ask…</source>
   <translation>Fra&amp;gen …</translation>
  </message>
  <message>
   <source>&amp;Will Also Take…</source>
   <translation>Ni&amp;mmt auch …</translation>
  </message>
  <message>
   <source>&amp;Pictures and Files…</source>
   <translation>Bilder und Dateie&amp;n …</translation>
  </message>
  <message>
   <source>Return to Vendor…</source>
   <translation>An Lieferanten zurück…</translation>
  </message>
  <message>
   <source>Backorder {number}</source>
   <translation>Rückstand {number}</translation>
  </message>
  <message>
   <source>Needs Information: {question} Nothing is ordered or set aside until it is answered.</source>
   <translation>Auskunft nötig: {question} Bis zur Antwort wird nichts bestellt oder zurückgelegt.</translation>
  </message>
  <message>
   <source>Answer…</source>
   <translation>Antworten …</translation>
  </message>
  <message>
   <source>Storage Place: {places}</source>
   <translation>Lagerplatz: {places}</translation>
  </message>
  <message>
   <source>On the Want List since {day}</source>
   <translation>Auf der Wunschliste seit {day}</translation>
  </message>
  <message>
   <source>Agreed to {price}: {word} ({name}, {day})</source>
   <translation>{price} zugestimmt: {word} ({name}, {day})</translation>
  </message>
  <message>
   <source>Will Also Take: {goods}</source>
   <translation>Nimmt auch: {goods}</translation>
  </message>
  <message>
   <source>Backorder {number}: {item} for {customer}. They are printed on the purchase order.</source>
   <translation>Rückstand {number}: {item} für {customer}. Sie werden auf die Bestellung gedruckt.</translation>
  </message>
  <message>
   <source>Backorder {number}: {item} {description}, for {customer}</source>
   <translation>Rückstand {number}: {item} {description}, für {customer}</translation>
  </message>
 </context>
 <context>
  <name>BackorderTables</name>
  <message>
   <source>On Purchase Orders</source>
   <translation>In Bestellungen</translation>
  </message>
  <message>
   <source>Came on Purchase Orders</source>
   <translation>Gekommen mit Bestellungen</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Canceled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>What Happened</source>
   <translation>Verlauf</translation>
  </message>
 </context>
 <context>
  <name>BackupBanner</name>
  <message>
   <source>Back Up Now…</source>
   <translation>Jetzt sichern …</translation>
  </message>
 </context>
 <context>
  <name>BackupPage</name>
  <message>
   <source>The second folder may be on a drive that you carry away. Of older copies the last of each month is kept for a year.</source>
   <translation>Der zweite Ordner darf auf einem Laufwerk liegen, das Sie mitnehmen. Von älteren Kopien bleibt ein Jahr lang die letzte jedes Monats.</translation>
  </message>
  <message>
   <source>The program's own folder on each computer</source>
   <translation>Der eigene Ordner des Programms auf jedem Computer</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Choose Folder…</source>
   <translation>Ordner wählen …</translation>
  </message>
  <message>
   <source>Second folder</source>
   <translation>Zweiter Ordner</translation>
  </message>
  <message>
   <source>Choose Second Folder…</source>
   <translation>Zweiten Ordner wählen …</translation>
  </message>
  <message>
   <source>At no hour</source>
   <translation>Zu keiner Stunde</translation>
  </message>
  <message>
   <source>Every day at</source>
   <translation>Jeden Tag um</translation>
  </message>
  <message>
   <source>When the last window is closed</source>
   <translation>Wenn das letzte Fenster geschlossen wird</translation>
  </message>
  <message>
   <source>Keep all for</source>
   <translation>Alle behalten</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>Warn without one after</source>
   <translation>Warnen ohne Sicherung nach</translation>
  </message>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source>Choose Folder</source>
   <translation>Ordner wählen</translation>
  </message>
 </context>
 <context>
  <name>BackupWords</name>
  <message>
   <source>Copying the shop…</source>
   <translation>Der Laden wird kopiert …</translation>
  </message>
  <message>
   <source>Verifying the copy…</source>
   <translation>Die Kopie wird geprüft …</translation>
  </message>
  <message>
   <source>Writing the copy…</source>
   <translation>Die Kopie wird geschrieben …</translation>
  </message>
  <message>
   <source>There is no backup yet.</source>
   <translation>Es gibt noch keine Sicherung.</translation>
  </message>
  <message>
   <source>{workstation} has been making a backup since {when}.</source>
   <translation>{workstation} macht seit {when} eine Sicherung.</translation>
  </message>
  <message>
   <source>The last backup, {when} at {workstation}, failed: {problem}</source>
   <translation>Die letzte Sicherung, {when} an {workstation}, ist misslungen: {problem}</translation>
  </message>
  <message>
   <source>The last backup, {when} at {workstation}, is good: {file}</source>
   <translation>Die letzte Sicherung, {when} an {workstation}, ist gut: {file}</translation>
  </message>
  <message>
   <source>The backup was given up. Nothing of it is left.</source>
   <translation>Die Sicherung wurde abgebrochen. Nichts davon ist übrig.</translation>
  </message>
  <message>
   <source>There is no backup: {problem}</source>
   <translation>Es gibt keine Sicherung: {problem}</translation>
  </message>
  <message>
   <source>Another workstation is making a backup.</source>
   <translation>Ein anderer Arbeitsplatz macht gerade eine Sicherung.</translation>
  </message>
  <message>
   <source>The backup failed. What happened is in the program's log.</source>
   <translation>Die Sicherung ist misslungen. Was geschah, steht im Protokoll des Programms.</translation>
  </message>
  <message>
   <source>There is no backup of this shop. If this computer breaks, everything is lost.</source>
   <translation>Von diesem Laden gibt es keine Sicherung. Geht dieser Computer kaputt, ist alles verloren.</translation>
  </message>
  <message>
   <source>The last good backup is of {when}. If this computer breaks, everything since then is lost.</source>
   <translation>Die letzte gute Sicherung ist vom {when}. Geht dieser Computer kaputt, ist alles seither verloren.</translation>
  </message>
  <message>
   <source>The backup is in {file}.</source>
   <translation>Die Sicherung ist in {file}.</translation>
  </message>
  <message>
   <source>It was opened and verified: its records agree.</source>
   <translation>Sie wurde geöffnet und geprüft: Ihre Daten stimmen überein.</translation>
  </message>
  <message>
   <source>The server's program can read it. It could not be opened beside the shop.</source>
   <translation>Das Programm des Servers kann sie lesen. Neben dem Laden ließ sie sich nicht öffnen.</translation>
  </message>
  <message>
   <source>A copy is in the second folder.</source>
   <translation>Eine Kopie ist im zweiten Ordner.</translation>
  </message>
 </context>
 <context>
  <name>Badges</name>
  <message>
   <source>{count} can be filled now</source>
   <translation>{count} können jetzt bedient werden</translation>
  </message>
 </context>
 <context>
  <name>BoxLabelsDialog</name>
  <message>
   <source>Box Labels</source>
   <translation>Kistenetiketten</translation>
  </message>
  <message>
   <source>&amp;Preview</source>
   <translation>&amp;Vorschau</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>Each box gets a label with its number, such as 2 of 3. {customer}</source>
   <translation>Jede Kiste bekommt ein Etikett mit ihrer Nummer, etwa 2 von 3. {customer}</translation>
  </message>
  <message>
   <source>Boxes for each customer</source>
   <translation>Kisten für jeden Kunden</translation>
  </message>
  <message>
   <source>Boxes</source>
   <translation>Kisten</translation>
  </message>
 </context>
 <context>
  <name>CashMoveDialog</name>
  <message>
   <source>Paid In</source>
   <translation>Einzahlung</translation>
  </message>
  <message>
   <source>Paid Out</source>
   <translation>Auszahlung</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>Abschöpfung</translation>
  </message>
  <message>
   <source>Cash that comes into the drawer without a sale.</source>
   <translation>Bargeld, das ohne Verkauf in die Schublade kommt.</translation>
  </message>
  <message>
   <source>Cash that is paid out of the drawer without a sale.</source>
   <translation>Bargeld, das ohne Verkauf aus der Schublade gezahlt wird.</translation>
  </message>
  <message>
   <source>Cash that is taken out of the drawer and put into the safe or the bank.</source>
   <translation>Bargeld, das aus der Schublade in den Tresor oder zur Bank kommt.</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>There should be {there} in the drawer, which is less than {amount}.</source>
   <translation>In der Kassenlade sollten {there} sein, weniger als {amount}.</translation>
  </message>
  <message>
   <source>More Than Is There</source>
   <translation>Mehr als vorhanden</translation>
  </message>
  <message>
   <source>Change the Amount</source>
   <translation>Betrag ändern</translation>
  </message>
 </context>
 <context>
  <name>ChangeOrderDialog</name>
  <message>
   <source>Change Purchase Order {number}</source>
   <translation>Bestellung {number} ändern</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>What was ordered at first stays as it was. Print the change for {vendor} afterwards.</source>
   <translation>Was zuerst bestellt war, bleibt stehen. Drucken Sie danach die Änderung für {vendor}.</translation>
  </message>
  <message>
   <source>Add Item</source>
   <translation>Artikel hinzufügen</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>{customer} (backorder {number}) loses {quantity} × {item}</source>
   <translation>{customer} (Rückstand {number}) verliert {quantity} × {item}</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
  <message>
   <source>Somebody just changed this order. It is up to date now; what you typed is kept.</source>
   <translation>Jemand hat diese Bestellung soeben geändert. Sie ist jetzt aktuell; was Sie getippt haben, bleibt.</translation>
  </message>
 </context>
 <context>
  <name>ChargesDialog</name>
  <message>
   <source>Freight and Charges</source>
   <translation>Fracht und Nebenkosten</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>What is spread becomes part of what each unit costs, to the cent. It is worked out at posting.</source>
   <translation>Was verteilt wird, gehört auf den Cent genau zu dem, was jede Einheit kostet. Gerechnet wird beim Buchen.</translation>
  </message>
  <message>
   <source>by cost</source>
   <translation>nach Einkaufspreis</translation>
  </message>
  <message>
   <source>by quantity</source>
   <translation>nach Menge</translation>
  </message>
  <message>
   <source>not at all: costs stay as they are</source>
   <translation>gar nicht: die Einkaufspreise bleiben</translation>
  </message>
  <message>
   <source>Freight</source>
   <translation>Fracht</translation>
  </message>
  <message>
   <source>Other Charges</source>
   <translation>Sonstige Kosten</translation>
  </message>
  <message>
   <source>Spread over the Lines</source>
   <translation>Auf die Positionen verteilt</translation>
  </message>
 </context>
 <context>
  <name>ChartBlock</name>
  <message>
   <source>Net Sales</source>
   <translation>Umsatz</translation>
  </message>
 </context>
 <context>
  <name>Chooser</name>
  <message>
   <source>What do you want to open?</source>
   <translation>Was möchten Sie öffnen?</translation>
  </message>
  <message>
   <source>Sales Client</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Inventory Client</source>
   <translation>Warenwirtschaft</translation>
  </message>
 </context>
 <context>
  <name>Client</name>
  <message>
   <source>PRACTICE – {title}</source>
   <translation>ÜBUNG – {title}</translation>
  </message>
  <message>
   <source>Navigation</source>
   <translation>Navigation</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back (Alt+Left)</source>
   <translation>Zurück (Alt+Links)</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Preferences…</source>
   <translation>&amp;Einstellungen …</translation>
  </message>
  <message>
   <source>Export &amp;Journal…</source>
   <translation>&amp;Journal exportieren …</translation>
  </message>
  <message>
   <source>&amp;Switch Employee…</source>
   <translation>Mitarbeiter &amp;wechseln…</translation>
  </message>
  <message>
   <source>Loc&amp;k</source>
   <translation>Spe&amp;rren</translation>
  </message>
  <message>
   <source>&amp;Log Out</source>
   <translation>Ab&amp;melden</translation>
  </message>
  <message>
   <source>E&amp;xit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <source>&amp;Misc</source>
   <translation>Ver&amp;schiedenes</translation>
  </message>
  <message>
   <source>&amp;Setup</source>
   <translation>&amp;Einrichtung</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Guide</source>
   <translation>&amp;Handbuch</translation>
  </message>
  <message>
   <source>&amp;About</source>
   <translation>&amp;Info</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>&amp;Importieren…</translation>
  </message>
  <message>
   <source>&amp;Back Up Now…</source>
   <translation>Jetzt si&amp;chern …</translation>
  </message>
  <message>
   <source>Res&amp;tore…</source>
   <translation>Wieder&amp;herstellen …</translation>
  </message>
  <message>
   <source>Verif&amp;y…</source>
   <translation>Prü&amp;fen …</translation>
  </message>
  <message>
   <source>Lea&amp;ve Practice</source>
   <translation>Übun&amp;g verlassen</translation>
  </message>
  <message>
   <source>P&amp;ractice…</source>
   <translation>Übun&amp;g …</translation>
  </message>
  <message>
   <source>Workstation: {name}</source>
   <translation>Arbeitsplatz: {name}</translation>
  </message>
  <message>
   <source>Database: {name}</source>
   <translation>Datenbank: {name}</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>niemand</translation>
  </message>
  <message>
   <source>Employee: {name}</source>
   <translation>Mitarbeiter: {name}</translation>
  </message>
  <message>
   <source>Not connected</source>
   <translation>Nicht verbunden</translation>
  </message>
  <message>
   <source>Connected</source>
   <translation>Verbunden</translation>
  </message>
  <message>
   <source>Print Jobs</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>Outgoing Mail</source>
   <translation>Ausgehende Mails</translation>
  </message>
  <message>
   <source>No Sale</source>
   <translation>Kein Verkauf</translation>
  </message>
  <message>
   <source>Inventory Client</source>
   <translation>Warenwirtschaft</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>Listen</translation>
  </message>
  <message>
   <source>Transactions</source>
   <translation>Vorgänge</translation>
  </message>
  <message>
   <source>Purchase Orders</source>
   <translation>Bestellungen</translation>
  </message>
  <message>
   <source>Receiving</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Auto Backorder PO</source>
   <translation>Rückstände bestellen</translation>
  </message>
  <message>
   <source>Reorder List</source>
   <translation>Nachbestellliste</translation>
  </message>
  <message>
   <source>Post Working Orders</source>
   <translation>Bestellungen in Arbeit buchen</translation>
  </message>
  <message>
   <source>Labels of Changed Prices</source>
   <translation>Etiketten geänderter Preise</translation>
  </message>
  <message>
   <source>Sales Client</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>&amp;Reports</source>
   <translation>Berich&amp;te</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Pick-up</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>P.Invoices</source>
   <translation>Gebuchte</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Special Orders</source>
   <translation>Sonderbestellungen</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Kassenlade</translation>
  </message>
 </context>
 <context>
  <name>ClockBanner</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>This computer's clock is {time} behind the database's. What is done here is written down with the database's time. Set this computer's clock right.</source>
   <translation>Die Uhr dieses Computers geht gegenüber der Datenbank nach, um {time}. Was hier getan wird, wird mit der Zeit der Datenbank festgehalten. Stellen Sie die Uhr dieses Computers richtig.</translation>
  </message>
  <message>
   <source>This computer's clock is {time} ahead of the database's. What is done here is written down with the database's time. Set this computer's clock right.</source>
   <translation>Die Uhr dieses Computers geht gegenüber der Datenbank vor, um {time}. Was hier getan wird, wird mit der Zeit der Datenbank festgehalten. Stellen Sie die Uhr dieses Computers richtig.</translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation>
    <numerusform>%n Minute</numerusform>
    <numerusform>%n Minuten</numerusform>
   </translation>
  </message>
  <message>
   <source>{hours} hours</source>
   <translation>{hours} Stunden</translation>
  </message>
 </context>
 <context>
  <name>CloseDrawerDialog</name>
  <message>
   <source>Close Drawer</source>
   <translation>Kassenabschluss</translation>
  </message>
  <message>
   <source>Close the Day</source>
   <translation>Tag abschließen</translation>
  </message>
  <message>
   <source>The day gets its Z, and its figures stay as they are now.</source>
   <translation>Der Tag bekommt sein Z, und seine Zahlen bleiben, wie sie jetzt sind.</translation>
  </message>
  <message>
   <source>Stays in the drawer</source>
   <translation>Bleibt in der Schublade</translation>
  </message>
  <message>
   <source>Counted {counted}, expected {expected}: {over} over.</source>
   <translation>Gezählt {counted}, Soll {expected}: {over} Überschuss.</translation>
  </message>
  <message>
   <source>Counted {counted}, expected {expected}: {over} short.</source>
   <translation>Gezählt {counted}, Soll {expected}: {over} Fehlbetrag.</translation>
  </message>
  <message>
   <source>Counted {counted}, as expected.</source>
   <translation>Gezählt {counted}, wie erwartet.</translation>
  </message>
 </context>
 <context>
  <name>CloseShortDialog</name>
  <message>
   <source>Close Short</source>
   <translation>Rest streichen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>{open} of {ordered} × {item} {description} still open. How many of them will not come?</source>
   <translation>{open} von {ordered} × {item} {description} noch offen. Wie viele davon kommen nicht mehr?</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>{quantity} allocated to {customer} (backorder {number})</source>
   <translation>{quantity} sind {customer} zugeteilt (Rückstand {number})</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
 </context>
 <context>
  <name>ColumnsBox</name>
  <message>
   <source>Columns that nothing is taken from: {names}</source>
   <translation>Spalten, aus denen nichts übernommen wird: {names}</translation>
  </message>
  <message>
   <source>Every column is used.</source>
   <translation>Jede Spalte wird verwendet.</translation>
  </message>
  <message>
   <source>Column of the File</source>
   <translation>Spalte der Datei</translation>
  </message>
  <message>
   <source>First Cells</source>
   <translation>Erste Zellen</translation>
  </message>
  <message>
   <source>Taken For</source>
   <translation>Übernommen als</translation>
  </message>
  <message>
   <source>always blank</source>
   <translation>immer leer</translation>
  </message>
  <message>
   <source>{column}: taken for</source>
   <translation>{column}: übernommen als</translation>
  </message>
  <message>
   <source>Not used</source>
   <translation>Nicht verwendet</translation>
  </message>
 </context>
 <context>
  <name>Commitment</name>
  <message>
   <source>{quantity} × {item}</source>
   <translation>{quantity} × {item}</translation>
  </message>
  <message>
   <source>{goods} on this line are set aside for a backorder. They will be available to others again.</source>
   <translation>{goods} auf dieser Position sind für einen Rückstand zurückgelegt. Sie werden wieder für andere verfügbar.</translation>
  </message>
  <message>
   <source>Reduce</source>
   <translation>Verringern</translation>
  </message>
  <message>
   <source>Delete Line</source>
   <translation>Position löschen</translation>
  </message>
  <message>
   <source>Set aside for {customer} since {time}. Uncommit the invoice to change it.</source>
   <translation>Seit {time} für {customer} zurückgelegt. Heben Sie die Reservierung auf, um die Rechnung zu ändern.</translation>
  </message>
  <message>
   <source>no customer</source>
   <translation>kein Kunde</translation>
  </message>
  <message>
   <source>Uncommit &amp; Process</source>
   <translation>Aufheben &amp; kassieren</translation>
  </message>
 </context>
 <context>
  <name>ConflictBanner</name>
  <message>
   <source>Keep Mine</source>
   <translation>Meine behalten</translation>
  </message>
  <message>
   <source>Somebody</source>
   <translation>Jemand</translation>
  </message>
  <message>
   <source>another workstation</source>
   <translation>einem anderen Arbeitsplatz</translation>
  </message>
  <message>
   <source>{name} changed this card at {place} while you were editing it.</source>
   <translation>{name} hat diese Karte an {place} geändert, während Sie sie bearbeitet haben.</translation>
  </message>
  <message>
   <source>{name} changed other fields of this card at {place}. Keep Mine keeps both.</source>
   <translation>{name} hat andere Felder dieser Karte an {place} geändert. Meine behalten behält beides.</translation>
  </message>
  <message>
   <source>{field}: yours {mine}, theirs {theirs}.</source>
   <translation>{field}: Ihres {mine}, das andere {theirs}.</translation>
  </message>
  <message>
   <source>More fields: {count}.</source>
   <translation>Weitere Felder: {count}.</translation>
  </message>
  <message>
   <source>Use Theirs</source>
   <translation>Andere übernehmen</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
 </context>
 <context>
  <name>CorrectReceivingDialog</name>
  <message>
   <source>Correct Receiving</source>
   <translation>Wareneingang berichtigen</translation>
  </message>
  <message>
   <source>Enter what actually came. The posted log stays as it is; the difference is taken back by a correction with a number of its own, from the shelf first and then from those who wait.</source>
   <translation>Geben Sie ein, was wirklich gekommen ist. Der gebuchte Wareneingang bleibt, wie er ist; der Unterschied wird durch eine Berichtigung mit eigener Nummer zurückgenommen, zuerst aus dem Regal und dann von denen, die warten.</translation>
  </message>
  <message>
   <source>Actually Received</source>
   <translation>Wirklich eingegangen</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Take &amp;All Back</source>
   <translation>&amp;Alles zurücknehmen</translation>
  </message>
  <message>
   <source>The rest is still to &amp;come: the order goes on waiting for it</source>
   <translation>Der Rest &amp;kommt noch: Die Bestellung wartet weiter darauf</translation>
  </message>
  <message>
   <source>Serial Numbers That Did Not Come</source>
   <translation>Seriennummern, die nicht kamen</translation>
  </message>
  <message>
   <source>scan or type them, with a space between</source>
   <translation>scannen oder eintippen, mit Leerzeichen dazwischen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Belongs To</source>
   <translation>Gehört zu</translation>
  </message>
  <message>
   <source>Correct Receiving Log {number}</source>
   <translation>Wareneingang {number} berichtigen</translation>
  </message>
  <message>
   <source>Nothing else: it did not come</source>
   <translation>Nichts anderem: Es kam nicht</translation>
  </message>
  <message>
   <source>A delivery without an order</source>
   <translation>Einer Lieferung ohne Bestellung</translation>
  </message>
  <message>
   <source>Purchase order {number} to {vendor}</source>
   <translation>Bestellung {number} bei {vendor}</translation>
  </message>
  <message>
   <source>Taken back {taken} · From the shelf {shelf} · From customers {back} · Still to come {open}</source>
   <translation>Zurückgenommen {taken} · Aus dem Regal {shelf} · Von Kunden {back} · Kommt noch {open}</translation>
  </message>
 </context>
 <context>
  <name>CorrectionsPanel</name>
  <message>
   <source>Correction</source>
   <translation>Berichtigung</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Taken Back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Corrections</source>
   <translation>Berichtigungen</translation>
  </message>
  <message>
   <source>Press Enter or double-click to print the correction</source>
   <translation>Mit Eingabe oder Doppelklick die Berichtigung drucken</translation>
  </message>
 </context>
 <context>
  <name>CountDialog</name>
  <message>
   <source>Count Drawer</source>
   <translation>Schublade zählen</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Say how many there are of each. Once it is counted, nothing is paid here until it is closed.</source>
   <translation>Tragen Sie ein, wie viele es von jedem gibt. Ist gezählt, wird hier bis zum Abschluss nichts bezahlt.</translation>
  </message>
  <message>
   <source>Rest, in one sum</source>
   <translation>Rest, in einer Summe</translation>
  </message>
  <message>
   <source>How many of {value}</source>
   <translation>Wie viele zu {value}</translation>
  </message>
  <message>
   <source>Counted: {amount}</source>
   <translation>Gezählt: {amount}</translation>
  </message>
 </context>
 <context>
  <name>Counting</name>
  <message>
   <source>Count It</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>{item} is not on purchase order {number}. Count it anyway?</source>
   <translation>{item} steht nicht auf Bestellung {number}. Trotzdem zählen?</translation>
  </message>
  <message>
   <source>{item}: {count} counted, but only {open} open on purchase order {number}. Did more arrive?</source>
   <translation>{item}: {count} gezählt, aber auf Bestellung {number} sind nur {open} offen. Ist mehr gekommen?</translation>
  </message>
  <message>
   <source>Not as Ordered</source>
   <translation>Nicht wie bestellt</translation>
  </message>
  <message>
   <source>Leave It Out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <source>Scans waiting for your answer: {count}</source>
   <translation>Scans, die auf Ihre Antwort warten: {count}</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Something went wrong</source>
   <translation>Etwas ist schiefgegangen</translation>
  </message>
  <message>
   <source>Your last action may not have been completed; check before you repeat it. Everything that was saved is safe. The report below is also in {file}.</source>
   <translation>Ihr letzter Vorgang ist vielleicht nicht fertig geworden; prüfen Sie ihn, bevor Sie ihn wiederholen. Alles Gespeicherte ist sicher. Der Bericht unten steht auch in {file}.</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>CreditLimitDialog</name>
  <message>
   <source>Limit on Account</source>
   <translation>Kreditlimit</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>So much this customer may owe the shop. Enter 0 for nothing.</source>
   <translation>So viel darf dieser Kunde dem Geschäft schulden. Geben Sie 0 ein, wenn nichts.</translation>
  </message>
  <message>
   <source>Now {amount} is owed.</source>
   <translation>Zurzeit sind {amount} offen.</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>Grenze</translation>
  </message>
 </context>
 <context>
  <name>CurrencyBox</name>
  <message>
   <source>That of the region</source>
   <translation>Die der Region</translation>
  </message>
 </context>
 <context>
  <name>CustomerCard</name>
  <message>
   <source>Mer&amp;ge…</source>
   <translation>Z&amp;usammenführen…</translation>
  </message>
  <message>
   <source>&amp;Open the Card Used Now</source>
   <translation>Die jetzt &amp;gültige Karte öffnen</translation>
  </message>
  <message>
   <source>On Acco&amp;unt…</source>
   <translation>Kreditli&amp;mit …</translation>
  </message>
  <message>
   <source>Add to &amp;Want List…</source>
   <translation>Auf die &amp;Wunschliste …</translation>
  </message>
  <message>
   <source>Special &amp;Order</source>
   <translation>S&amp;onderbestellung</translation>
  </message>
  <message>
   <source>Hand Over Data…</source>
   <translation>Daten herausgeben…</translation>
  </message>
  <message>
   <source>Forget…</source>
   <translation>Vergessen…</translation>
  </message>
  <message>
   <source>Save or undo your changes first.</source>
   <translation>Speichern oder verwerfen Sie zuerst Ihre Änderungen.</translation>
  </message>
  <message>
   <source>This customer asked to be forgotten.</source>
   <translation>Dieser Kunde wollte vergessen werden.</translation>
  </message>
  <message>
   <source>This card was merged into {code} {name}.</source>
   <translation>Diese Karte wurde mit {code} {name} zusammengeführt.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Customer ID</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>automatic</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Second Phone</source>
   <translation>Zweites Telefon</translation>
  </message>
  <message>
   <source>Best Reached By</source>
   <translation>Erreichbar per</translation>
  </message>
  <message>
   <source>Best Time</source>
   <translation>Am besten</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Tax Exempt No.</source>
   <translation>Steuerfrei unter Nr.</translation>
  </message>
  <message>
   <source>Exempt Because</source>
   <translation>Befreit, weil</translation>
  </message>
  <message>
   <source>Deposits and Credit</source>
   <translation>Anzahlungen und Guthaben</translation>
  </message>
  <message>
   <source>Business</source>
   <translation>Umsätze</translation>
  </message>
  <message>
   <source>&amp;Backorders</source>
   <translation>&amp;Rückstände</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>Gekauft</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Still to Come</source>
   <translation>Kommt noch</translation>
  </message>
  <message>
   <source>Ready to Pick Up</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Want List</source>
   <translation>Wunschliste</translation>
  </message>
  <message>
   <source>Last Purchase</source>
   <translation>Letzter Kauf</translation>
  </message>
  <message>
   <source>Customer Since</source>
   <translation>Kunde seit</translation>
  </message>
  <message>
   <source>&amp;Backorders ({count})</source>
   <translation>&amp;Rückstände ({count})</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>This customer has no backorders.</source>
   <translation>Dieser Kunde hat keine Rückstände.</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>New Customer</source>
   <translation>Neuer Kunde</translation>
  </message>
  <message>
   <source>Invoices of {name}</source>
   <translation>Rechnungen von {name}</translation>
  </message>
  <message>
   <source>Returns of {name}</source>
   <translation>Rückgaben von {name}</translation>
  </message>
  <message>
   <source>{name}'s backorders</source>
   <translation>Rückstände von {name}</translation>
  </message>
  <message>
   <source>{name} waits for</source>
   <translation>{name} wartet auf</translation>
  </message>
  <message>
   <source>{name}'s pick-ups</source>
   <translation>Abholungen von {name}</translation>
  </message>
  <message>
   <source>Ready for {name}</source>
   <translation>Abholbereit für {name}</translation>
  </message>
  <message>
   <source>{name} wishes for</source>
   <translation>{name} wünscht sich</translation>
  </message>
  <message>
   <source>For {customer}</source>
   <translation>Für {customer}</translation>
  </message>
 </context>
 <context>
  <name>CustomerDeck</name>
  <message>
   <source>Customer ID</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>There are no customers yet. Press Add to create the first Customer card.</source>
   <translation>Es gibt noch keine Kunden. Mit Hinzufügen legen Sie die erste Kundenkarte an.</translation>
  </message>
  <message>
   <source>Name, phone, ID, company</source>
   <translation>Name, Telefon, Nummer, Firma</translation>
  </message>
 </context>
 <context>
  <name>CustomerOrderDialog</name>
  <message>
   <source>Customer’s Order</source>
   <translation>Bestellung des Kunden</translation>
  </message>
  <message>
   <source>&amp;OK</source>
   <translation>&amp;OK</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>Customer’s Order No.</source>
   <translation>Bestellnr. des Kunden</translation>
  </message>
  <message>
   <source>Job</source>
   <translation>Auftrag</translation>
  </message>
 </context>
 <context>
  <name>CustomerPanel</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer: name, phone or ID</source>
   <translation>Kunde: Name, Telefon oder Nummer</translation>
  </message>
  <message>
   <source>New Customer</source>
   <translation>Neuer Kunde</translation>
  </message>
  <message>
   <source>Choose a customer</source>
   <translation>Kunden wählen</translation>
  </message>
  <message>
   <source>Remove Customer</source>
   <translation>Kunden entfernen</translation>
  </message>
  <message>
   <source>Open the card of customer {code}</source>
   <translation>Karte des Kunden {code} öffnen</translation>
  </message>
  <message>
   <source>Open backorders: {count}</source>
   <translation>Offene Rückstände: {count}</translation>
  </message>
  <message>
   <source>Ready to pick up: {count}</source>
   <translation>Abholbereit: {count}</translation>
  </message>
  <message>
   <source>owes {amount} on account</source>
   <translation>schuldet {amount} auf Rechnung</translation>
  </message>
  <message>
   <source>credit {amount}</source>
   <translation>Guthaben {amount}</translation>
  </message>
  <message>
   <source>in credit {amount}</source>
   <translation>Guthaben {amount}</translation>
  </message>
  <message>
   <source>on deposit {amount}</source>
   <translation>angezahlt {amount}</translation>
  </message>
 </context>
 <context>
  <name>CustomerPickUp</name>
  <message>
   <source>nothing is set aside</source>
   <translation>nichts ist zurückgelegt</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>Take</source>
   <translation>Mit</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Ready Now</source>
   <translation>Jetzt abholbereit</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Still Waiting</source>
   <translation>Noch ausstehend</translation>
  </message>
  <message>
   <source>Held For</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>On Deposit</source>
   <translation>Angezahlt</translation>
  </message>
  <message>
   <source>To Pay Today</source>
   <translation>Heute zu zahlen</translation>
  </message>
  <message>
   <source>All &amp;On Hold</source>
   <translation>Alle &amp;Zurückgelegten</translation>
  </message>
  <message>
   <source>&amp;Customer</source>
   <translation>&amp;Kunde</translation>
  </message>
  <message>
   <source>Stora&amp;ge Place…</source>
   <translation>La&amp;gerplatz …</translation>
  </message>
  <message>
   <source>&amp;Box Labels…</source>
   <translation>K&amp;istenetiketten …</translation>
  </message>
  <message>
   <source>Pri&amp;nt Slip…</source>
   <translation>Schein d&amp;rucken …</translation>
  </message>
  <message>
   <source>Open &amp;Invoice</source>
   <translation>Rechnung ö&amp;ffnen</translation>
  </message>
  <message>
   <source>&amp;Pick Up</source>
   <translation>&amp;Abholen</translation>
  </message>
  <message>
   <source>{total} less {deposit} on deposit</source>
   <translation>{total} abzüglich {deposit} Anzahlung</translation>
  </message>
  <message>
   <source>Tick what is to be picked up.</source>
   <translation>Kreuzen Sie an, was abgeholt wird.</translation>
  </message>
  <message>
   <source>Nothing is set aside for this customer.</source>
   <translation>Für diesen Kunden ist nichts zurückgelegt.</translation>
  </message>
  <message>
   <source>{day}, delivery {number}</source>
   <translation>{day}, Lieferung {number}</translation>
  </message>
  <message>
   <source>Store credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
 </context>
 <context>
  <name>CustomerWordDialog</name>
  <message>
   <source>Above the Promised Price</source>
   <translation>Über dem zugesagten Preis</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Lee agreed by phone</source>
   <translation>Lee hat am Telefon zugestimmt</translation>
  </message>
  <message>
   <source>What They Said</source>
   <translation>Was der Kunde sagt</translation>
  </message>
 </context>
 <context>
  <name>DateEdit</name>
  <message>
   <source>Type a date, or press Alt+Down for the calendar</source>
   <translation>Datum eintippen, oder Alt+Ab für den Kalender</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>Kalender</translation>
  </message>
  <message>
   <source>Calendar (Alt+Down)</source>
   <translation>Kalender (Alt+Ab)</translation>
  </message>
 </context>
 <context>
  <name>Deck</name>
  <message>
   <source>This card no longer exists.</source>
   <translation>Diese Karte gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>{code} was scanned while something was asked; scan it again.</source>
   <translation>{code} wurde gescannt, während etwas gefragt war; scannen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>No item and no invoice has the code {code}.</source>
   <translation>Kein Artikel und keine Rechnung hat den Code {code}.</translation>
  </message>
  <message>
   <source>No cards are on the tab {name}.</source>
   <translation>Auf dem Reiter {name} liegen keine Karten.</translation>
  </message>
  <message>
   <source>Nothing found for “{text}”.</source>
   <translation>Nichts gefunden für „{text}“.</translation>
  </message>
  <message>
   <source>Add (Ctrl+N)</source>
   <translation>Hinzufügen (Strg+N)</translation>
  </message>
  <message>
   <source>This card was deleted while you were editing it.</source>
   <translation>Diese Karte wurde gelöscht, während Sie sie bearbeitet haben.</translation>
  </message>
 </context>
 <context>
  <name>DeckBar</name>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Find (Ctrl+F)</source>
   <translation>Suchen (Strg+F)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>List All (Ctrl+L)</source>
   <translation>Alle auflisten (Strg+L)</translation>
  </message>
  <message>
   <source>Sav&amp;e…</source>
   <translation>S&amp;peichern …</translation>
  </message>
  <message>
   <source>Save this list for a spreadsheet, as XLSX or CSV</source>
   <translation>Diese Liste für eine Tabellenkalkulation speichern, als XLSX oder CSV</translation>
  </message>
  <message>
   <source>&amp;Add</source>
   <translation>Hin&amp;zufügen</translation>
  </message>
 </context>
 <context>
  <name>DeckHead</name>
  <message>
   <source>First</source>
   <translation>Erste</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>Vorige</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Nächste</translation>
  </message>
  <message>
   <source>Last</source>
   <translation>Letzte</translation>
  </message>
  <message>
   <source>{place} of {total}</source>
   <translation>{place} von {total}</translation>
  </message>
  <message>
   <source>not in these {total}</source>
   <translation>nicht unter diesen {total}</translation>
  </message>
 </context>
 <context>
  <name>Deeds</name>
  <message>
   <source>Sell</source>
   <translation>Verkaufen</translation>
  </message>
  <message>
   <source>Sell more than is on hand, goods that are set aside for a customer, and books before their day.</source>
   <translation>Mehr verkaufen als vorhanden ist, Ware, die für einen Kunden zurückgelegt ist, und Bücher vor ihrem Erstverkaufstag.</translation>
  </message>
  <message>
   <source>Discounts and Prices</source>
   <translation>Rabatte und Preise</translation>
  </message>
  <message>
   <source>Give discounts, change prices and taxes at the till, sell below cost.</source>
   <translation>Rabatte geben, Preise und Steuern an der Kasse ändern, unter Einstand verkaufen.</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Rücknahmen</translation>
  </message>
  <message>
   <source>Take goods back, also without a receipt, and refund another way than paid.</source>
   <translation>Waren zurücknehmen, auch ohne Beleg, und auf anderem Weg erstatten als bezahlt.</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Geld</translation>
  </message>
  <message>
   <source>Pay out when an invoice comes to less than nothing, open, count and close the drawer, pay cash in or out, let customers owe.</source>
   <translation>Auszahlen, wenn eine Rechnung unter null liegt, die Schublade öffnen, zählen und abschließen, Bargeld ein- oder auszahlen, Kunden anschreiben lassen.</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Cancel what customers wait for; ask a smaller deposit, or keep more of one, than usual.</source>
   <translation>Stornieren, worauf Kunden warten; eine kleinere Anzahlung als üblich verlangen oder mehr davon einbehalten.</translation>
  </message>
  <message>
   <source>Stock and Ordering</source>
   <translation>Bestand und Bestellen</translation>
  </message>
  <message>
   <source>Adjust stock, write and post orders, receive goods, correct that, send goods back, see costs.</source>
   <translation>Bestand anpassen, Bestellungen schreiben und buchen, Ware annehmen, das berichtigen, Ware zurückschicken, Einstandspreise sehen.</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>Karten</translation>
  </message>
  <message>
   <source>Edit cards of items, prices, customers and vendors, and merge customers.</source>
   <translation>Karten von Artikeln, Preisen, Kunden und Lieferanten bearbeiten und Kunden zusammenführen.</translation>
  </message>
  <message>
   <source>Shop</source>
   <translation>Geschäft</translation>
  </message>
  <message>
   <source>Edit employees and roles, change preferences, import files, restore backups, read the audit, see reports, forget customers.</source>
   <translation>Mitarbeiter und Rollen bearbeiten, Einstellungen ändern, Dateien importieren, Sicherungen wiederherstellen, das Prüfprotokoll lesen, Berichte sehen, Kunden vergessen.</translation>
  </message>
  <message>
   <source>Sell what is not on hand</source>
   <translation>Verkaufen, was nicht da ist</translation>
  </message>
  <message>
   <source>Sell goods that are set aside</source>
   <translation>Zurückgelegte Ware verkaufen</translation>
  </message>
  <message>
   <source>Sell below cost</source>
   <translation>Unter EK-Preis verkaufen</translation>
  </message>
  <message>
   <source>Change prices at the till</source>
   <translation>An der Kasse Preise ändern</translation>
  </message>
  <message>
   <source>Change taxes at the till</source>
   <translation>Steuern an der Kasse ändern</translation>
  </message>
  <message>
   <source>Give discounts</source>
   <translation>Rabatte geben</translation>
  </message>
  <message>
   <source>Take goods back</source>
   <translation>Ware zurücknehmen</translation>
  </message>
  <message>
   <source>Sell goods before their on-sale date</source>
   <translation>Ware vor dem Erstverkaufstag verkaufen</translation>
  </message>
  <message>
   <source>Take goods back without a receipt</source>
   <translation>Waren ohne Beleg zurücknehmen</translation>
  </message>
  <message>
   <source>Refund another way than it was paid</source>
   <translation>Auf anderem Weg erstatten als bezahlt</translation>
  </message>
  <message>
   <source>Pay money out</source>
   <translation>Geld auszahlen</translation>
  </message>
  <message>
   <source>Open the drawer without a sale</source>
   <translation>Schublade ohne Verkauf öffnen</translation>
  </message>
  <message>
   <source>Open, count and close the drawer</source>
   <translation>Schublade eröffnen, zählen und abschließen</translation>
  </message>
  <message>
   <source>Pay cash in or out of the drawer</source>
   <translation>Bargeld ein- oder auszahlen</translation>
  </message>
  <message>
   <source>See what should be in the drawer before it is counted</source>
   <translation>Vor dem Zählen sehen, was in der Schublade sein soll</translation>
  </message>
  <message>
   <source>Cancel backorders</source>
   <translation>Rückstände stornieren</translation>
  </message>
  <message>
   <source>Ask a smaller deposit than usual</source>
   <translation>Eine kleinere Anzahlung als üblich verlangen</translation>
  </message>
  <message>
   <source>Keep a larger cancellation fee</source>
   <translation>Eine höhere Stornogebühr einbehalten</translation>
  </message>
  <message>
   <source>Adjust stock</source>
   <translation>Bestand korrigieren</translation>
  </message>
  <message>
   <source>Write purchase orders</source>
   <translation>Bestellungen schreiben</translation>
  </message>
  <message>
   <source>Post purchase orders</source>
   <translation>Bestellungen buchen</translation>
  </message>
  <message>
   <source>Receive goods</source>
   <translation>Ware annehmen</translation>
  </message>
  <message>
   <source>Correct posted receiving logs</source>
   <translation>Gebuchte Wareneingänge berichtigen</translation>
  </message>
  <message>
   <source>Send goods back to vendors</source>
   <translation>Ware an Lieferanten zurückschicken</translation>
  </message>
  <message>
   <source>See costs</source>
   <translation>EK-Preise sehen</translation>
  </message>
  <message>
   <source>Edit item cards</source>
   <translation>Artikelkarten bearbeiten</translation>
  </message>
  <message>
   <source>Change prices on item cards</source>
   <translation>Preise auf Artikelkarten ändern</translation>
  </message>
  <message>
   <source>Edit customer cards</source>
   <translation>Kundenkarten bearbeiten</translation>
  </message>
  <message>
   <source>Merge customer cards</source>
   <translation>Kundenkarten zusammenführen</translation>
  </message>
  <message>
   <source>Hand over what is kept about customers, forget them</source>
   <translation>Daten von Kunden herausgeben, Kunden vergessen</translation>
  </message>
  <message>
   <source>Let customers owe on account</source>
   <translation>Kunden anschreiben lassen</translation>
  </message>
  <message>
   <source>Edit vendor cards</source>
   <translation>Lieferantenkarten bearbeiten</translation>
  </message>
  <message>
   <source>Edit employees and roles</source>
   <translation>Mitarbeiter und Rollen bearbeiten</translation>
  </message>
  <message>
   <source>Change the shop's preferences</source>
   <translation>Einstellungen des Geschäfts ändern</translation>
  </message>
  <message>
   <source>Import files</source>
   <translation>Dateien importieren</translation>
  </message>
  <message>
   <source>Restore the shop from a backup</source>
   <translation>Den Laden aus einer Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>Read the audit</source>
   <translation>Das Prüfprotokoll lesen</translation>
  </message>
  <message>
   <source>See reports and Today</source>
   <translation>Berichte und Heute sehen</translation>
  </message>
 </context>
 <context>
  <name>DepartmentCard</name>
  <message>
   <source>Department ID</source>
   <translation>Gruppennummer</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Books</source>
   <translation>Bücher</translation>
  </message>
  <message>
   <source>Author, publisher, format</source>
   <translation>Autor, Verlag, Ausgabe</translation>
  </message>
  <message>
   <source>Item cards of this department have these fields; searches find by them</source>
   <translation>Artikelkarten dieser Warengruppe haben diese Felder; die Suche findet danach</translation>
  </message>
  <message>
   <source>Asks</source>
   <translation>Fragt</translation>
  </message>
  <message>
   <source>Up to six questions to a special order, one per line: Size?</source>
   <translation>Bis zu sechs Fragen an einen Sonderauftrag, je Zeile eine: Größe?</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>New Department</source>
   <translation>Neue Warengruppe</translation>
  </message>
 </context>
 <context>
  <name>DepartmentDeck</name>
  <message>
   <source>Department ID</source>
   <translation>Gruppennummer</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Departments</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>There are no departments yet. Press Add to create the first Department card.</source>
   <translation>Es gibt noch keine Warengruppen. Mit Hinzufügen legen Sie die erste an.</translation>
  </message>
  <message>
   <source>ID, name</source>
   <translation>Nummer, Name</translation>
  </message>
 </context>
 <context>
  <name>DepartmentQuestionsDialog</name>
  <message>
   <source>Backorder {number}: {item}</source>
   <translation>Rückstand {number}: {item}</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>What is left open makes Needs Information: nothing is ordered until it is answered.</source>
   <translation>Was offen bleibt, wird zu „Auskunft nötig“: Bis zur Antwort wird nichts bestellt.</translation>
  </message>
 </context>
 <context>
  <name>DepositDialog</name>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Take</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Pay Back</source>
   <translation>Zurückzahlen</translation>
  </message>
  <message>
   <source>Take or Pay Back</source>
   <translation>Annehmen oder zurückzahlen</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>This invoice: {goods}</source>
   <translation>Diese Rechnung: {goods}</translation>
  </message>
  <message>
   <source>Backorder {number}: {goods}</source>
   <translation>Rückstand {number}: {goods}</translation>
  </message>
  <message>
   <source>Credit of the customer</source>
   <translation>Guthaben des Kunden</translation>
  </message>
  <message>
   <source>The customer owes {amount} on account.</source>
   <translation>Der Kunde schuldet {amount} auf Rechnung.</translation>
  </message>
  <message>
   <source>On deposit for this: {amount}</source>
   <translation>Dafür angezahlt: {amount}</translation>
  </message>
  <message>
   <source>More Than the Goods Cost</source>
   <translation>Mehr als die Ware kostet</translation>
  </message>
  <message>
   <source>Take {amount}</source>
   <translation>{amount} annehmen</translation>
  </message>
 </context>
 <context>
  <name>DepositEdit</name>
  <message>
   <source>25% or amount</source>
   <translation>25% oder Betrag</translation>
  </message>
 </context>
 <context>
  <name>DepositsPage</name>
  <message>
   <source> percent</source>
   <translation> Prozent</translation>
  </message>
  <message>
   <source>Cancellation fee up to</source>
   <translation>Stornogebühr bis zu</translation>
  </message>
  <message>
   <source>When a customer cancels, so much of the deposit on what is canceled may be kept. Keeping more needs the permission to keep a larger fee.</source>
   <translation>Storniert ein Kunde, darf so viel von der Anzahlung auf das Stornierte einbehalten werden. Mehr einzubehalten, braucht die Erlaubnis, eine höhere Gebühr einzubehalten.</translation>
  </message>
 </context>
 <context>
  <name>DiscountReasonDialog</name>
  <message>
   <source>Reason for the Discount</source>
   <translation>Grund für den Rabatt</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Why this line is cheaper</source>
   <translation>Warum diese Zeile günstiger ist</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>DocumentLines</name>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>The program was closed before this scan was taken.</source>
   <translation>Das Programm wurde beendet, bevor dieser Scan übernommen wurde.</translation>
  </message>
  <message>
   <source>{item} expired on {day}.</source>
   <translation>{item} ist am {day} abgelaufen.</translation>
  </message>
  <message>
   <source>Leave It Out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Abgelaufen</translation>
  </message>
  <message>
   <source>Removed: {line}</source>
   <translation>Gelöscht: {line}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>DrawerDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Handed over for invoices that are not posted; it is in the drawer, and stays there:</source>
   <translation>Übergeben für Rechnungen, die nicht gebucht sind; es ist in der Schublade und bleibt dort:</translation>
  </message>
 </context>
 <context>
  <name>DrawerScreen</name>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Kassenlade</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Abgeschlossen</translation>
  </message>
  <message>
   <source>Over or Short</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Nothing was paid here yet.</source>
   <translation>Hier wurde noch nichts bezahlt.</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Figures of the Day</source>
   <translation>Zahlen des Tages</translation>
  </message>
  <message>
   <source>Drawer of This &amp;Computer…</source>
   <translation>S&amp;chublade dieses Computers…</translation>
  </message>
  <message>
   <source>&amp;No Sale…</source>
   <translation>&amp;Kein Verkauf…</translation>
  </message>
  <message>
   <source>P&amp;aid In…</source>
   <translation>E&amp;inzahlung…</translation>
  </message>
  <message>
   <source>Paid &amp;Out…</source>
   <translation>&amp;Auszahlung…</translation>
  </message>
  <message>
   <source>&amp;Drop…</source>
   <translation>A&amp;bschöpfung…</translation>
  </message>
  <message>
   <source>Op&amp;en…</source>
   <translation>E&amp;röffnen…</translation>
  </message>
  <message>
   <source>Count A&amp;gain</source>
   <translation>&amp;Neu zählen</translation>
  </message>
  <message>
   <source>Co&amp;unt…</source>
   <translation>&amp;Zählen…</translation>
  </message>
  <message>
   <source>Close the Da&amp;y…</source>
   <translation>Ta&amp;g abschließen…</translation>
  </message>
  <message>
   <source>&amp;Print…</source>
   <translation>Dr&amp;ucken …</translation>
  </message>
  <message>
   <source>What should be in the drawer is shown once it is counted.</source>
   <translation>Was in der Schublade sein soll, steht hier, sobald gezählt ist.</translation>
  </message>
  <message>
   <source>This computer has no drawer yet; the first payment opens one.</source>
   <translation>Dieser Computer hat noch keine Schublade; die erste Zahlung eröffnet eine.</translation>
  </message>
  <message>
   <source>{drawer} is closed, with {amount} in it. Count the float to open it.</source>
   <translation>{drawer} ist geschlossen, mit {amount} darin. Zählen Sie das Wechselgeld, um sie zu eröffnen.</translation>
  </message>
  <message>
   <source>{drawer} is closed, with {amount} in it. The next payment opens it.</source>
   <translation>{drawer} ist geschlossen, mit {amount} darin. Die nächste Zahlung eröffnet sie.</translation>
  </message>
  <message>
   <source>{drawer} is counted, and nothing is paid there until it is closed. Opened {moment} by {name}.</source>
   <translation>{drawer} ist gezählt; bis zum Abschluss wird dort nichts bezahlt. Eröffnet {moment} von {name}.</translation>
  </message>
  <message>
   <source>{drawer} is open since {moment}, by {name}.</source>
   <translation>{drawer} ist seit {moment} offen, eröffnet von {name}.</translation>
  </message>
  <message>
   <source>counted</source>
   <translation>gezählt</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>The drawer opens through the receipt printer, and this computer has none.</source>
   <translation>Die Schublade öffnet sich über den Bondrucker, und dieser Computer hat keinen.</translation>
  </message>
 </context>
 <context>
  <name>Due</name>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>To Give Back</source>
   <translation>Zurückzugeben</translation>
  </message>
  <message>
   <source>To Pay Out</source>
   <translation>Auszuzahlen</translation>
  </message>
  <message>
   <source>Still Due</source>
   <translation>Noch zu zahlen</translation>
  </message>
 </context>
 <context>
  <name>EarlierGoods</name>
  <message>
   <source>A sale is in hand. Park it and open the invoice that waits for pick-up?</source>
   <translation>Ein Verkauf ist in Arbeit. Parken und die Rechnung öffnen, die auf Abholung wartet?</translation>
  </message>
  <message>
   <source>Park and Open</source>
   <translation>Parken und öffnen</translation>
  </message>
  <message>
   <source>Go On Selling</source>
   <translation>Weiter verkaufen</translation>
  </message>
  <message>
   <source>Pick-up</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>{name}’s backorders</source>
   <translation>Rückstände von {name}</translation>
  </message>
 </context>
 <context>
  <name>EmployeeCard</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Login Name</source>
   <translation>Anmeldename</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Badge</source>
   <translation>Ausweis</translation>
  </message>
  <message>
   <source>What a role lets its people do stands on its card, in Roles. You can give the roles that may do no more than yours.</source>
   <translation>Was eine Rolle ihren Leuten erlaubt, steht auf ihrer Karte unter „Rollen“. Sie können Rollen vergeben, die nicht mehr dürfen als Ihre eigene.</translation>
  </message>
  <message>
   <source>Set PIN…</source>
   <translation>PIN festlegen…</translation>
  </message>
  <message>
   <source>Save the card, then give a PIN.</source>
   <translation>Speichern Sie die Karte, dann geben Sie eine PIN.</translation>
  </message>
  <message>
   <source>Logs in with a PIN.</source>
   <translation>Meldet sich mit einer PIN an.</translation>
  </message>
  <message>
   <source>Has no PIN yet.</source>
   <translation>Hat noch keine PIN.</translation>
  </message>
  <message>
   <source>New Employee</source>
   <translation>Neuer Mitarbeiter</translation>
  </message>
 </context>
 <context>
  <name>EmployeeDeck</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Login Name</source>
   <translation>Anmeldename</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Employees</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>There are no employees yet. Press Add to create the first Employee card, for the Owner.</source>
   <translation>Es gibt noch keine Mitarbeiter. Drücken Sie „Hinzufügen“, um die erste Mitarbeiterkarte anzulegen: die der Inhaberin oder des Inhabers.</translation>
  </message>
  <message>
   <source>Name, login name</source>
   <translation>Name, Anmeldename</translation>
  </message>
 </context>
 <context>
  <name>EntryRows</name>
  <message>
   <source>{what} {which}: {why}</source>
   <translation>{what} {which}: {why}</translation>
  </message>
 </context>
 <context>
  <name>ExemptionDialog</name>
  <message>
   <source>Tax Exemption</source>
   <translation>Steuerbefreiung</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>For this invoice only. Without a number tax is paid, whatever the customer's card says.</source>
   <translation>Nur für diese Rechnung. Ohne Nummer wird Steuer bezahlt, was immer auf der Kundenkarte steht.</translation>
  </message>
  <message>
   <source>Tax Exempt No.</source>
   <translation>Steuerfrei unter Nr.</translation>
  </message>
  <message>
   <source>Exempt Because</source>
   <translation>Befreit, weil</translation>
  </message>
 </context>
 <context>
  <name>FiledCard</name>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>Archiviert</translation>
  </message>
  <message>
   <source>&amp;Delete</source>
   <translation>Lös&amp;chen</translation>
  </message>
  <message>
   <source>Ar&amp;chive</source>
   <translation>Arch&amp;ivieren</translation>
  </message>
  <message>
   <source>B&amp;ring Back</source>
   <translation>Zurückh&amp;olen</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>Rück&amp;gängig</translation>
  </message>
  <message>
   <source>Undo all changes to this card (Esc)</source>
   <translation>Alle Änderungen an dieser Karte verwerfen (Esc)</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save (Ctrl+S)</source>
   <translation>Speichern (Strg+S)</translation>
  </message>
  <message>
   <source>Edit (F2)</source>
   <translation>Bearbeiten (F2)</translation>
  </message>
  <message>
   <source>Save or undo your changes first.</source>
   <translation>Speichern oder verwerfen Sie zuerst Ihre Änderungen.</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete {card}?</source>
   <translation>{card} löschen?</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>This card is in use. It was archived instead.</source>
   <translation>Diese Karte wird verwendet. Sie wurde stattdessen archiviert.</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
 </context>
 <context>
  <name>FilesDialog</name>
  <message>
   <source>Pictures and Files</source>
   <translation>Bilder und Dateien</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Added By</source>
   <translation>Hinzugefügt von</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Entfernen</translation>
  </message>
  <message>
   <source>&amp;Save As…</source>
   <translation>Speichern &amp;unter …</translation>
  </message>
  <message>
   <source>&amp;Attach…</source>
   <translation>An&amp;hängen …</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>{size} KB</source>
   <translation>{size} KB</translation>
  </message>
  <message>
   <source>This special order no longer changes. Attach files on the Backorder card.</source>
   <translation>Dieser Sonderauftrag ändert sich nicht mehr. Hängen Sie Dateien an die Rückstandskarte.</translation>
  </message>
  <message>
   <source>No files yet</source>
   <translation>Noch keine Dateien</translation>
  </message>
  <message>
   <source>PDF file. Save it to look at it.</source>
   <translation>PDF-Datei. Speichern Sie sie, um sie anzusehen.</translation>
  </message>
  <message>
   <source>Pictures and PDF files ({kinds})</source>
   <translation>Bilder und PDF-Dateien ({kinds})</translation>
  </message>
  <message>
   <source>Attach</source>
   <translation>Anhängen</translation>
  </message>
  <message>
   <source>{file} cannot be read: {why}.</source>
   <translation>{file} kann nicht gelesen werden: {why}.</translation>
  </message>
  <message>
   <source>Save As</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>{file} cannot be written: {why}.</source>
   <translation>{file} kann nicht geschrieben werden: {why}.</translation>
  </message>
 </context>
 <context>
  <name>FillBackordersDialog</name>
  <message>
   <source>Fill Backorders</source>
   <translation>Rückstände bedienen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>The goods are set aside for the customer on a new Open Invoice, at the promised price.</source>
   <translation>Die Ware wird auf einer neuen Rechnung in Arbeit für den Kunden zurückgelegt, zum zugesagten Preis.</translation>
  </message>
  <message>
   <source>Only for part of one piece</source>
   <translation>Nur für einen Teil eines Stücks</translation>
  </message>
  <message>
   <source>Why Only a Part</source>
   <translation>Warum nur ein Teil</translation>
  </message>
  <message>
   <source>None of these items is available.</source>
   <translation>Keiner dieser Artikel ist verfügbar.</translation>
  </message>
  <message>
   <source>Backorder {number}: {item}, outstanding {outstanding}, available {available}</source>
   <translation>Rückstand {number}: {item}, ausstehend {outstanding}, verfügbar {available}</translation>
  </message>
  <message>
   <source>Backorder {number}: {item}, outstanding {outstanding} in one piece, available {available}</source>
   <translation>Rückstand {number}: {item}, ausstehend {outstanding} an einem Stück, verfügbar {available}</translation>
  </message>
 </context>
 <context>
  <name>FirstHour</name>
  <message>
   <source>Sell</source>
   <translation>Verkaufen</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Missed Scan</source>
   <translation>Verfehlter Scan</translation>
  </message>
  <message>
   <source>Back-order</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Pick Up</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Abschließen</translation>
  </message>
  <message>
   <source>Scan something at Invoice, or type part of its name and press Enter; then Pay, a tender, Post.</source>
   <translation>Scannen Sie etwas unter Rechnung, oder tippen Sie einen Teil des Namens und drücken Sie die Eingabetaste; dann Bezahlen, eine Zahlungsart, Buchen.</translation>
  </message>
  <message>
   <source>Sell again: in Pay type more than is due, press Cash, and read the change before you Post.</source>
   <translation>Verkaufen Sie noch einmal: Geben Sie bei Bezahlen mehr ein, als zu zahlen ist, drücken Sie Bar und lesen Sie das Rückgeld ab, bevor Sie buchen.</translation>
  </message>
  <message>
   <source>Scan a code that no card has, such as that of the cup on your desk: it stays in red until you press Find and choose its goods, or Forget.</source>
   <translation>Scannen Sie einen Code, den keine Karte hat, etwa den der Tasse auf Ihrem Tisch: Er bleibt rot stehen, bis Sie Suchen drücken und die Ware wählen, oder Verwerfen.</translation>
  </message>
  <message>
   <source>Choose a customer, enter goods, write B under Trans Code; then Pay, a tender, Post.</source>
   <translation>Wählen Sie einen Kunden, geben Sie Ware ein und schreiben Sie B unter Vorgang; dann Bezahlen, eine Zahlungsart, Buchen.</translation>
  </message>
  <message>
   <source>On the Backorder card press Fill, or receive the goods: they are set aside. Then Pick-up (F4), Open Invoice, Uncommit &amp; Process, Post.</source>
   <translation>Drücken Sie auf der Rückstandskarte Bedienen, oder nehmen Sie die Ware an: Sie wird zurückgelegt. Dann Abholung (F4), Rechnung in Arbeit, Aufheben &amp; kassieren, Buchen.</translation>
  </message>
  <message>
   <source>At P.Invoices open a sale, press Return Items, say what comes back and why, then pay it back.</source>
   <translation>Öffnen Sie unter Gebuchte einen Verkauf, drücken Sie Artikel zurücknehmen, sagen Sie, was warum zurückkommt, und zahlen Sie es zurück.</translation>
  </message>
  <message>
   <source>Choose Misc › Drawer, press Count, write down what lies in the drawer, then press Close.</source>
   <translation>Wählen Sie Verschiedenes › Kassenlade, drücken Sie Zählen, tragen Sie ein, was in der Schublade liegt, und drücken Sie dann Abschließen.</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>All {count} done. You sold, gave change, dealt with a scan that was missed, wrote down what a customer waits for, handed it over, and took goods back. That is most of a day at the till.</source>
   <translation>Alle {count} erledigt. Sie haben verkauft, herausgegeben, einen verfehlten Scan geklärt, notiert, worauf ein Kunde wartet, es ausgehändigt und Ware zurückgenommen. Das ist das meiste von einem Tag an der Kasse.</translation>
  </message>
 </context>
 <context>
  <name>FirstStartDialog</name>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Exit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>This is a new shop. Tell us about it; you can change it all later, except how amounts are written.</source>
   <translation>Dies ist ein neues Geschäft. Beschreiben Sie es; alles lässt sich später ändern, nur nicht, wie Beträge geschrieben werden.</translation>
  </message>
  <message>
   <source>In this country many shops need a till that is certified or tells the tax office of each sale. This program is not certified and tells nobody. Ask your tax adviser before you sell with it.</source>
   <translation>In diesem Land brauchen viele Geschäfte eine zertifizierte Kasse oder eine, die dem Finanzamt jeden Verkauf meldet. Dieses Programm ist nicht zertifiziert und meldet nichts. Fragen Sie Ihre Steuerberatung, bevor Sie damit verkaufen.</translation>
  </message>
  <message>
   <source>Sales Tax</source>
   <translation>Mehrwertsteuer</translation>
  </message>
  <message>
   <source>Store Name</source>
   <translation>Name des Geschäfts</translation>
  </message>
  <message>
   <source>Your Name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Amounts</source>
   <translation>Beträge</translation>
  </message>
  <message>
   <source>Tax Name</source>
   <translation>Name der Steuer</translation>
  </message>
  <message>
   <source>Tax Rate in Percent</source>
   <translation>Steuersatz in Prozent</translation>
  </message>
  <message>
   <source>Your PIN</source>
   <translation>Ihre PIN</translation>
  </message>
  <message>
   <source>Your PIN Again</source>
   <translation>Ihre PIN noch einmal</translation>
  </message>
  <message>
   <source>It was decided when amounts were imported.</source>
   <translation>Das wurde mit den importierten Beträgen entschieden.</translation>
  </message>
  <message>
   <source>e.g. {rate}, or 0 for no sales tax</source>
   <translation>z. B. {rate}, oder 0 ohne Mehrwertsteuer</translation>
  </message>
 </context>
 <context>
  <name>FoldingButtons</name>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
 </context>
 <context>
  <name>ForgetDialog</name>
  <message>
   <source>Forget This Customer</source>
   <translation>Diesen Kunden vergessen</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>The card of {name} will say nothing any more: no name, no address, no numbers. Notes, wishes, answers, pictures, files and mails go with it. Nothing brings them back.</source>
   <translation>Die Karte von {name} sagt dann nichts mehr: keinen Namen, keine Anschrift, keine Nummern. Notizen, Wünsche, Antworten, Bilder, Dateien und Mails gehen mit. Nichts bringt sie zurück.</translation>
  </message>
  <message>
   <source>Posted invoices, special orders and the customer's money stay on record as the law asks for them.</source>
   <translation>Gebuchte Rechnungen, Sonderbestellungen und das Geld des Kunden bleiben aufgezeichnet, wie es das Gesetz verlangt.</translation>
  </message>
  <message>
   <source>To forget {name}, type {code}</source>
   <translation>Um {name} zu vergessen, {code} eingeben</translation>
  </message>
 </context>
 <context>
  <name>FoundChip</name>
  <message>
   <source>Back to All</source>
   <translation>Zurück zu allen</translation>
  </message>
  <message>
   <source>{what}: {count}</source>
   <translation>{what}: {count}</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
 </context>
 <context>
  <name>FreedGoodsDialog</name>
  <message>
   <source>Nobody's Goods</source>
   <translation>Ware ohne Kunden</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>{undecided} × {item} on this order are nobody's: their customers canceled after the order was sent.</source>
   <translation>{undecided} × {item} auf dieser Bestellung sind für niemanden: Die Kunden haben storniert, nachdem sie gesendet war.</translation>
  </message>
  <message>
   <source>The vendor was asked to drop {asked}; until the answer is there they are for nobody.</source>
   <translation>Der Lieferant wurde gebeten, {asked} zu streichen; bis zur Antwort sind sie für niemanden.</translation>
  </message>
  <message>
   <source>What Becomes of Them</source>
   <translation>Was wird daraus</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Ask the vendor to drop them</source>
   <translation>Den Lieferanten bitten, sie zu streichen</translation>
  </message>
  <message>
   <source>They are for the shelf</source>
   <translation>Sie sind fürs Regal</translation>
  </message>
  <message>
   <source>They are for the next customers</source>
   <translation>Sie sind für die nächsten Kunden</translation>
  </message>
  <message>
   <source>The vendor answered about {quantity} ({name}, {day})</source>
   <translation>Der Lieferant hat zu {quantity} geantwortet ({name}, {day})</translation>
  </message>
  <message>
   <source>Take back what {name} asked on {day} ({quantity})</source>
   <translation>Bitte von {name} vom {day} zurücknehmen ({quantity})</translation>
  </message>
  <message>
   <source>So many units the vendor drops; 0 when everything comes. The order gets smaller by them.</source>
   <translation>So viele streicht der Lieferant; 0, wenn alles kommt. Um sie wird die Bestellung kleiner.</translation>
  </message>
  <message>
   <source>{quantity} for {customer} (backorder {number})</source>
   <translation>{quantity} für {customer} (Rückstand {number})</translation>
  </message>
  <message>
   <source>No other customer is waiting for this item.</source>
   <translation>Kein anderer Kunde wartet auf diesen Artikel.</translation>
  </message>
  <message>
   <source>The vendor drops what customers canceled</source>
   <translation>Der Lieferant streicht, was Kunden storniert haben</translation>
  </message>
 </context>
 <context>
  <name>FreedMoney</name>
  <message>
   <source>Refund By</source>
   <translation>Erstatten mit</translation>
  </message>
 </context>
 <context>
  <name>FreedMoneyEdit</name>
  <message>
   <source>Refund</source>
   <translation>Erstatten</translation>
  </message>
  <message>
   <source>Keep as Credit</source>
   <translation>Als Guthaben behalten</translation>
  </message>
  <message>
   <source>Stays on the Rest</source>
   <translation>Bleibt beim Rest</translation>
  </message>
  <message>
   <source>Cancellation Fee</source>
   <translation>Stornogebühr</translation>
  </message>
  <message>
   <source>What happens with {amount}?</source>
   <translation>Was geschieht mit {amount}?</translation>
  </message>
  <message>
   <source>Backorder {number}: what happens with {amount}?</source>
   <translation>Rückstand {number}: Was geschieht mit {amount}?</translation>
  </message>
  <message>
   <source>Up to {most} without a permission</source>
   <translation>Bis {most} ohne Erlaubnis</translation>
  </message>
 </context>
 <context>
  <name>GettingReady</name>
  <message>
   <source>Shop and Tax</source>
   <translation>Laden und Steuer</translation>
  </message>
  <message>
   <source>Name, address and tax stand on every receipt.</source>
   <translation>Name, Anschrift und Steuer stehen auf jedem Bon.</translation>
  </message>
  <message>
   <source>Preferences…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>Test Receipt</source>
   <translation>Probebon</translation>
  </message>
  <message>
   <source>Name the receipt printer and print a test on it.</source>
   <translation>Nennen Sie den Bondrucker und drucken Sie einen Probebon.</translation>
  </message>
  <message>
   <source>Printing…</source>
   <translation>Drucken …</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>What you sell: typed in card by card, or brought in from a file.</source>
   <translation>Was Sie verkaufen: Karte für Karte eingegeben oder aus einer Datei geholt.</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Whoever waits for goods needs a card with a phone number.</source>
   <translation>Wer auf Ware wartet, braucht eine Karte mit Telefonnummer.</translation>
  </message>
  <message>
   <source>Vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>From whom you order. An item names its vendor.</source>
   <translation>Bei wem Sie bestellen. Ein Artikel nennt seinen Lieferanten.</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>Everybody who works here logs in with a PIN of their own.</source>
   <translation>Wer hier arbeitet, meldet sich mit eigener PIN an.</translation>
  </message>
  <message>
   <source>Employees</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Kassenlade</translation>
  </message>
  <message>
   <source>Count what lies in it, so that the first evening comes out right.</source>
   <translation>Zählen Sie, was darin liegt, damit der erste Abend stimmt.</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Say where copies go, then make the first: File › Back Up Now.</source>
   <translation>Sagen Sie, wohin Kopien kommen, und machen Sie die erste: Datei › Jetzt sichern.</translation>
  </message>
  <message>
   <source>Backup…</source>
   <translation>Sicherung …</translation>
  </message>
 </context>
 <context>
  <name>GettingReadyScreen</name>
  <message>
   <source>Getting Ready</source>
   <translation>Erste Schritte</translation>
  </message>
  <message>
   <source>{count} left</source>
   <translation>noch {count}</translation>
  </message>
  <message>
   <source>Everything is ready.</source>
   <translation>Alles ist bereit.</translation>
  </message>
 </context>
 <context>
  <name>Guide</name>
  <message>
   <source>Guide</source>
   <translation>Handbuch</translation>
  </message>
 </context>
 <context>
  <name>HandingOver</name>
  <message>
   <source>If the card terminal took the {amount} of {tender}, refund it there first: this program does not tell the terminal.</source>
   <translation>Wenn das Kartenterminal die {amount} für {tender} eingezogen hat, erstatten Sie den Betrag zuerst dort: Dieses Programm teilt es dem Terminal nicht mit.</translation>
  </message>
  <message>
   <source>Give Back</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Keep It</source>
   <translation>Behalten</translation>
  </message>
 </context>
 <context>
  <name>HeaderPanel</name>
  <message>
   <source>employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Purchase Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Vendor Invoice</source>
   <translation>Lieferantenrechnung</translation>
  </message>
  <message>
   <source>Invoice Date</source>
   <translation>Rechnungsdatum</translation>
  </message>
  <message>
   <source>Received On</source>
   <translation>Erhalten am</translation>
  </message>
  <message>
   <source>Received By</source>
   <translation>Angenommen von</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>These goods came without a purchase order.</source>
   <translation>Diese Ware kam ohne Bestellung.</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>&amp;Back</source>
   <translation>&amp;Zurück</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <source>Imported: {file}</source>
   <translation>Importiert: {file}</translation>
  </message>
  <message>
   <source>Import {file}</source>
   <translation>{file} importieren</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>There is nothing in the file that would be written.</source>
   <translation>Die Datei enthält nichts, was geschrieben würde.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</source>
   <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</translation>
  </message>
  <message>
   <source>All Files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Choose a File</source>
   <translation>Datei auswählen</translation>
  </message>
  <message>
   <source>{file} cannot be read.</source>
   <translation>{file} lässt sich nicht lesen.</translation>
  </message>
  <message>
   <source>Comparing the file with what is on file…</source>
   <translation>Die Datei wird mit den vorhandenen Karten verglichen…</translation>
  </message>
  <message>
   <source>Importing… Cancel leaves the shop as it was.</source>
   <translation>Import läuft… Abbrechen lässt den Laden, wie er war.</translation>
  </message>
  <message>
   <source>Imported. New: {made} · Changed: {changed} · Refused: {refused} · Notes: {noted}</source>
   <translation>Importiert. Neu: {made} · Geändert: {changed} · Abgelehnt: {refused} · Hinweise: {noted}</translation>
  </message>
  <message>
   <source>Undo This Import…</source>
   <translation>Diesen Import zurücknehmen…</translation>
  </message>
 </context>
 <context>
  <name>Imports</name>
  <message>
   <source>Refused</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>becomes “{after}”</source>
   <translation>wird „{after}“</translation>
  </message>
  <message>
   <source>and {count} more cards that change</source>
   <translation>und {count} weitere Karten, die sich ändern</translation>
  </message>
  <message>
   <source>Rows read</source>
   <translation>Gelesene Zeilen</translation>
  </message>
  <message>
   <source>New cards</source>
   <translation>Neue Karten</translation>
  </message>
  <message>
   <source>New vendors</source>
   <translation>Neue Lieferanten</translation>
  </message>
  <message>
   <source>New departments</source>
   <translation>Neue Abteilungen</translation>
  </message>
  <message>
   <source>New tax codes</source>
   <translation>Neue Steuercodes</translation>
  </message>
  <message>
   <source>Cards that change</source>
   <translation>Karten, die sich ändern</translation>
  </message>
  <message>
   <source>Stock that changes</source>
   <translation>Bestände, die sich ändern</translation>
  </message>
  <message>
   <source>Cards on file that are the same</source>
   <translation>Vorhandene Karten mit gleichem Inhalt</translation>
  </message>
  <message>
   <source>Cards on file left alone</source>
   <translation>Vorhandene Karten, die unberührt bleiben</translation>
  </message>
  <message>
   <source>Rows that repeat a card</source>
   <translation>Zeilen, die eine Karte wiederholen</translation>
  </message>
  <message>
   <source>Rows refused</source>
   <translation>Abgelehnte Zeilen</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Whole row</source>
   <translation>Ganze Zeile</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Becomes</source>
   <translation>Wird</translation>
  </message>
  <message>
   <source>New card</source>
   <translation>Neue Karte</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>Ändert sich</translation>
  </message>
  <message>
   <source>As it is</source>
   <translation>Wie vorhanden</translation>
  </message>
  <message>
   <source>The file says “{written}”, the card “{becomes}”.</source>
   <translation>In der Datei steht „{written}“, auf der Karte „{becomes}“.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>Undo the Rest</source>
   <translation>Den Rest zurücknehmen</translation>
  </message>
  <message>
   <source>Undo the Import</source>
   <translation>Import zurücknehmen</translation>
  </message>
  <message>
   <source>Undo the import of “{file}”?</source>
   <translation>Den Import von „{file}“ zurücknehmen?</translation>
  </message>
  <message>
   <source>Undo Import</source>
   <translation>Import zurücknehmen</translation>
  </message>
  <message>
   <source>Keep It</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Cards that were made and will be archived: {count}</source>
   <translation>Angelegte Karten, die archiviert werden: {count}</translation>
  </message>
  <message>
   <source>Cards that get back what stood on them: {count}</source>
   <translation>Karten, die ihren alten Inhalt zurückbekommen: {count}</translation>
  </message>
  <message>
   <source>Items whose stock moves back: {count}</source>
   <translation>Artikel, deren Bestand zurückgebucht wird: {count}</translation>
  </message>
  <message>
   <source>Used or changed since, and left as they are ({count}): {named}</source>
   <translation>Seitdem benutzt oder geändert, bleiben daher, wie sie sind ({count}): {named}</translation>
  </message>
  <message>
   <source>There is nothing left to take back.</source>
   <translation>Es gibt nichts mehr zurückzunehmen.</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>Departments</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>Tax Codes</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Stock Counts</source>
   <translation>Inventuren</translation>
  </message>
  <message>
   <source>Prices and Costs</source>
   <translation>Preise und Kosten</translation>
  </message>
  <message>
   <source>A card</source>
   <translation>Eine Karte</translation>
  </message>
  <message>
   <source>A line of a sale</source>
   <translation>Eine Zeile eines Verkaufs</translation>
  </message>
  <message>
   <source>Leave the card as it is</source>
   <translation>Karte lassen, wie sie ist</translation>
  </message>
  <message>
   <source>Change what the row says</source>
   <translation>Ändern, was die Zeile angibt</translation>
  </message>
  <message>
   <source>Refuse the row</source>
   <translation>Zeile ablehnen</translation>
  </message>
  <message>
   <source>Add a card</source>
   <translation>Karte anlegen</translation>
  </message>
  <message>
   <source>Point: 1,299.50</source>
   <translation>Punkt: 1,299.50</translation>
  </message>
  <message>
   <source>Comma: 1.299,50</source>
   <translation>Komma: 1.299,50</translation>
  </message>
  <message>
   <source>Comma</source>
   <translation>Komma</translation>
  </message>
  <message>
   <source>Semicolon</source>
   <translation>Semikolon</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tabulator</translation>
  </message>
  <message>
   <source>Vertical bar</source>
   <translation>Senkrechter Strich</translation>
  </message>
  <message>
   <source>ID</source>
   <translation>ID</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Barcodes</source>
   <translation>Barcodes</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Preferred Vendor</source>
   <translation>Hauptlieferant</translation>
  </message>
  <message>
   <source>Vendor Item #</source>
   <translation>Lieferanten-Art.-Nr.</translation>
  </message>
  <message>
   <source>On Hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Max Stock</source>
   <translation>Maximalbestand</translation>
  </message>
  <message>
   <source>Min Stock</source>
   <translation>Mindestbestand</translation>
  </message>
  <message>
   <source>Pack Quantity</source>
   <translation>Packungsmenge</translation>
  </message>
  <message>
   <source>Stocked</source>
   <translation>Mit Bestand</translation>
  </message>
  <message>
   <source>Serial Numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Pack Name</source>
   <translation>Packungsname</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Autor</translation>
  </message>
  <message>
   <source>Publisher</source>
   <translation>Verlag</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Ausgabe</translation>
  </message>
  <message>
   <source>Smallest Cut</source>
   <translation>Kleinster Zuschnitt</translation>
  </message>
  <message>
   <source>Long Description (into the notes)</source>
   <translation>Lange Beschreibung (in die Notizen)</translation>
  </message>
  <message>
   <source>Group of Variants</source>
   <translation>Variantengruppe</translation>
  </message>
  <message>
   <source>Variant 1</source>
   <translation>Variante 1</translation>
  </message>
  <message>
   <source>Variant 2</source>
   <translation>Variante 2</translation>
  </message>
  <message>
   <source>Variant 3</source>
   <translation>Variante 3</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Second Phone</source>
   <translation>Zweites Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Address, Line 2</source>
   <translation>Adresse, Zeile 2</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>Postleitzahl</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>First Name</source>
   <translation>Vorname</translation>
  </message>
  <message>
   <source>Last Name</source>
   <translation>Nachname</translation>
  </message>
  <message>
   <source>Exempt Number</source>
   <translation>Befreiungsnummer</translation>
  </message>
  <message>
   <source>Account Number</source>
   <translation>Kontonummer</translation>
  </message>
  <message>
   <source>Minimum Amount</source>
   <translation>Mindestbetrag</translation>
  </message>
  <message>
   <source>Minimum Units</source>
   <translation>Mindestmenge</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>The encoding is not certain</source>
   <translation>Die Zeichenkodierung ist nicht sicher</translation>
  </message>
  <message>
   <source>The decimal sign is not certain</source>
   <translation>Das Dezimalzeichen ist nicht sicher</translation>
  </message>
  <message>
   <source>Items have a Min Stock, and no Max Stock to fill up to</source>
   <translation>Artikel haben einen Mindestbestand, aber keinen Höchstbestand zum Auffüllen</translation>
  </message>
  <message>
   <source>Stock is below zero</source>
   <translation>Bestände liegen unter null</translation>
  </message>
  <message>
   <source>IDs are too long or hold an asterisk</source>
   <translation>Nummern sind zu lang oder enthalten einen Stern</translation>
  </message>
  <message>
   <source>Rows have no ID</source>
   <translation>Zeilen haben keine Nummer</translation>
  </message>
  <message>
   <source>Vendors are not on file</source>
   <translation>Lieferanten sind nicht vorhanden</translation>
  </message>
  <message>
   <source>Departments are not on file</source>
   <translation>Abteilungen sind nicht vorhanden</translation>
  </message>
  <message>
   <source>Tax codes are not on file</source>
   <translation>Steuercodes sind nicht vorhanden</translation>
  </message>
  <message>
   <source>Items are taxed; which tax code do they get?</source>
   <translation>Artikel werden besteuert; welchen Steuercode bekommen sie?</translation>
  </message>
  <message>
   <source>Max Stock is Min Stock</source>
   <translation>Höchstbestand ist Mindestbestand</translation>
  </message>
  <message>
   <source>Bring in 0</source>
   <translation>0 übernehmen</translation>
  </message>
  <message>
   <source>Bring it in as it is</source>
   <translation>Übernehmen, wie er ist</translation>
  </message>
  <message>
   <source>Shorten the ID, keep the whole in the notes</source>
   <translation>Nummer kürzen, die ganze in die Notizen</translation>
  </message>
  <message>
   <source>Leave these rows out</source>
   <translation>Diese Zeilen weglassen</translation>
  </message>
  <message>
   <source>Give them automatic IDs</source>
   <translation>Automatische Nummern vergeben</translation>
  </message>
  <message>
   <source>Make these cards</source>
   <translation>Diese Karten anlegen</translation>
  </message>
  <message>
   <source>Leave the field blank</source>
   <translation>Feld leer lassen</translation>
  </message>
 </context>
 <context>
  <name>IndexTabs</name>
  <message>
   <source>Index Tabs</source>
   <translation>Register</translation>
  </message>
 </context>
 <context>
  <name>InvoiceMenu</name>
  <message>
   <source>&amp;Invoice</source>
   <translation>&amp;Rechnung</translation>
  </message>
  <message>
   <source>&amp;New</source>
   <translation>&amp;Neu</translation>
  </message>
  <message>
   <source>&amp;Parked Invoices…</source>
   <translation>&amp;Geparkte Rechnungen …</translation>
  </message>
  <message>
   <source>Change &amp;Qty</source>
   <translation>&amp;Menge ändern</translation>
  </message>
  <message>
   <source>Change P&amp;rice</source>
   <translation>P&amp;reis ändern</translation>
  </message>
  <message>
   <source>Change &amp;Trans Code</source>
   <translation>&amp;Vorgangsart ändern</translation>
  </message>
  <message>
   <source>Chan&amp;ge Discount</source>
   <translation>Ra&amp;batt ändern</translation>
  </message>
  <message>
   <source>Change Tax Code o&amp;f Line…</source>
   <translation>Steuerschlüssel der Posi&amp;tion …</translation>
  </message>
  <message>
   <source>Serial Num&amp;bers…</source>
   <translation>Ser&amp;iennummern …</translation>
  </message>
  <message>
   <source>Discount on t&amp;he Sale…</source>
   <translation>Rabatt au&amp;f den Verkauf …</translation>
  </message>
  <message>
   <source>&amp;Comment Line…</source>
   <translation>&amp;Kommentarzeile …</translation>
  </message>
  <message>
   <source>N&amp;ote…</source>
   <translation>N&amp;otiz …</translation>
  </message>
  <message>
   <source>Ta&amp;x Exemption…</source>
   <translation>&amp;Steuerbefreiung …</translation>
  </message>
  <message>
   <source>Cu&amp;stomer</source>
   <translation>K&amp;unde</translation>
  </message>
  <message>
   <source>&amp;Item Entry</source>
   <translation>&amp;Artikeleingabe</translation>
  </message>
  <message>
   <source>Co&amp;mmit</source>
   <translation>R&amp;eservieren</translation>
  </message>
  <message>
   <source>&amp;Uncommit</source>
   <translation>Reservierung auf&amp;heben</translation>
  </message>
  <message>
   <source>Pick-up S&amp;lip…</source>
   <translation>Abho&amp;lschein …</translation>
  </message>
  <message>
   <source>&amp;Exact Cash</source>
   <translation>&amp;Passend bar</translation>
  </message>
  <message>
   <source>P&amp;ay</source>
   <translation>&amp;Zahlen</translation>
  </message>
  <message>
   <source>&amp;Discard Invoice…</source>
   <translation>Rechnung ver&amp;werfen …</translation>
  </message>
  <message>
   <source>Goods Brought Bac&amp;k</source>
   <translation>Rückgabe &amp;der Ware</translation>
  </message>
  <message>
   <source>&amp;Take Goods Back</source>
   <translation>&amp;Ware zurücknehmen</translation>
  </message>
  <message>
   <source>&amp;Why It Comes Back…</source>
   <translation>&amp;Grund der Rückgabe …</translation>
  </message>
  <message>
   <source>Deposit, Order and La&amp;yaway</source>
   <translation>Anzahlung, Bestellung, Zurü&amp;cklegen</translation>
  </message>
  <message>
   <source>Take &amp;Deposit…</source>
   <translation>&amp;Anzahlung nehmen …</translation>
  </message>
  <message>
   <source>&amp;Layaway…</source>
   <translation>&amp;Zurücklegen …</translation>
  </message>
  <message>
   <source>&amp;Wait for an Order…</source>
   <translation>Auf Bestellung &amp;warten…</translation>
  </message>
  <message>
   <source>&amp;One Piece</source>
   <translation>An einem &amp;Stück</translation>
  </message>
  <message>
   <source>Customer’s Order and &amp;Job…</source>
   <translation>Bestellung und Auftrag des &amp;Kunden …</translation>
  </message>
 </context>
 <context>
  <name>InvoicesMadeDialog</name>
  <message>
   <source>Open/Working Invoices</source>
   <translation>Rechnungen in Arbeit</translation>
  </message>
  <message>
   <source>The goods are set aside on these invoices until the customers pick them up. Put a slip with each.</source>
   <translation>Die Ware ist auf diesen Rechnungen zurückgelegt, bis die Kunden sie abholen. Legen Sie jeder einen Schein bei.</translation>
  </message>
  <message>
   <source>Nothing was set to customers; everything that arrived goes on the shelf.</source>
   <translation>Für Kunden wurde nichts zurückgelegt; alles Gelieferte kommt ins Regal.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Storage Place</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message numerus="yes">
   <source>%n invoices · {total}</source>
   <translation>
    <numerusform>%n Rechnung · {total}</numerusform>
    <numerusform>%n Rechnungen · {total}</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>S&amp;torage Place…</source>
   <translation>&amp;Lagerplatz …</translation>
  </message>
  <message>
   <source>C&amp;all List…</source>
   <translation>&amp;Anrufliste …</translation>
  </message>
  <message>
   <source>&amp;Box Labels…</source>
   <translation>K&amp;istenetiketten …</translation>
  </message>
  <message>
   <source>Print All &amp;Slips…</source>
   <translation>Alle &amp;Scheine drucken …</translation>
  </message>
  <message>
   <source>&amp;Print Slip…</source>
   <translation>Schein &amp;drucken …</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
  <message>
   <source>No invoices were created.</source>
   <translation>Es wurden keine Rechnungen angelegt.</translation>
  </message>
 </context>
 <context>
  <name>ItemCard</name>
  <message>
   <source>Add to &amp;Want List…</source>
   <translation>Auf die &amp;Wunschliste …</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>automatic</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Open Department</source>
   <translation>Warengruppe öffnen</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>tax code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Open Tax Code</source>
   <translation>Steuerschlüssel öffnen</translation>
  </message>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Stocked</source>
   <translation>Mit Bestand</translation>
  </message>
  <message>
   <source>Not ticked: a service, which is never on hand, owed or ordered</source>
   <translation>Ohne Haken: eine Leistung, die nie im Bestand, im Rückstand oder bestellt ist</translation>
  </message>
  <message>
   <source>Barcodes</source>
   <translation>Barcodes</translation>
  </message>
  <message>
   <source>Scan or type, one per line</source>
   <translation>Scannen oder tippen, einer pro Zeile</translation>
  </message>
  <message>
   <source>Pack Barcodes</source>
   <translation>Gebindecodes</translation>
  </message>
  <message>
   <source>Type how many and *, then scan: 12*…</source>
   <translation>Anzahl und * tippen, dann scannen: 12*…</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>piece</source>
   <translation>Stück</translation>
  </message>
  <message>
   <source>What quantities are measured in: yd, m, ft. It is printed behind them.</source>
   <translation>Worin Mengen gemessen werden: m, cm, lfm. Es wird hinter sie gedruckt.</translation>
  </message>
  <message>
   <source>It is sold and ordered in multiples of this; 0 for any length</source>
   <translation>Verkauft und bestellt wird in Vielfachen davon; 0 für jede Länge</translation>
  </message>
  <message>
   <source>Unit / Smallest Cut</source>
   <translation>Einheit / Zuschnitt</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Smallest Cut</source>
   <translation>Kleinster Zuschnitt</translation>
  </message>
  <message>
   <source>Show Serial Numbers</source>
   <translation>Seriennummern zeigen</translation>
  </message>
  <message>
   <source>Serial Numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sale and receiving</source>
   <translation>Verkauf und Wareneingang</translation>
  </message>
  <message>
   <source>Book</source>
   <translation>Buch</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Autor</translation>
  </message>
  <message>
   <source>Publisher</source>
   <translation>Verlag</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Ausgabe</translation>
  </message>
  <message>
   <source>On Sale From</source>
   <translation>Erstverkaufstag</translation>
  </message>
  <message>
   <source>Ordering</source>
   <translation>Bestellwesen</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Open Vendor</source>
   <translation>Lieferanten öffnen</translation>
  </message>
  <message>
   <source>Preferred Vendor</source>
   <translation>Hauptlieferant</translation>
  </message>
  <message>
   <source>Vendor Item No.</source>
   <translation>Lief.-Art.-Nr.</translation>
  </message>
  <message>
   <source>Max / Min Stock</source>
   <translation>Max. / Min. Bestand</translation>
  </message>
  <message>
   <source>Max Stock</source>
   <translation>Maximalbestand</translation>
  </message>
  <message>
   <source>Min Stock</source>
   <translation>Mindestbestand</translation>
  </message>
  <message>
   <source>What the vendor calls a pack</source>
   <translation>Wie der Lieferant ein Gebinde nennt</translation>
  </message>
  <message>
   <source>Pack Of / Called</source>
   <translation>Gebinde zu / heißt</translation>
  </message>
  <message>
   <source>Pack Of</source>
   <translation>Gebinde zu</translation>
  </message>
  <message>
   <source>Pack Is Called</source>
   <translation>Gebinde heißt</translation>
  </message>
  <message>
   <source>Vendor's Cost</source>
   <translation>Kosten dort</translation>
  </message>
  <message>
   <source>What a unit costs at the preferred vendor; blank: as Cost says</source>
   <translation>Was ein Stück beim Hauptlieferanten kostet; leer: wie unter Kosten</translation>
  </message>
  <message>
   <source>How many days the vendor usually takes</source>
   <translation>Wie viele Tage der Lieferant üblicherweise braucht</translation>
  </message>
  <message>
   <source>Min Order / Days</source>
   <translation>Mindestmenge / Tage</translation>
  </message>
  <message>
   <source>Smallest Order</source>
   <translation>Mindestbestellung</translation>
  </message>
  <message>
   <source>Usual Days</source>
   <translation>Übliche Tage</translation>
  </message>
  <message>
   <source>Other Vendors</source>
   <translation>Weitere Lieferanten</translation>
  </message>
  <message>
   <source>Adjust Stoc&amp;k…</source>
   <translation>Bestand &amp;korrigieren …</translation>
  </message>
  <message>
   <source>&amp;Backorders</source>
   <translation>&amp;Rückstände</translation>
  </message>
  <message>
   <source>Labels…</source>
   <translation>Etiketten …</translation>
  </message>
  <message>
   <source>Show the documents behind this figure</source>
   <translation>Die Belege hinter dieser Zahl zeigen</translation>
  </message>
  <message>
   <source>On Hand Now</source>
   <translation>Bestand jetzt</translation>
  </message>
  <message>
   <source>Not stocked</source>
   <translation>Ohne Bestand</translation>
  </message>
  <message>
   <source>The number of barcode {barcode} is on the card of {other} too. Take it off one of the two.</source>
   <translation>Die Nummer des Barcodes {barcode} steht auch auf der Karte von {other}. Nehmen Sie sie von einer der beiden.</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keiner)</translation>
  </message>
  <message>
   <source>(not taxed)</source>
   <translation>(steuerfrei)</translation>
  </message>
  <message>
   <source>This item has no backorders.</source>
   <translation>Dieser Artikel hat keine Rückstände.</translation>
  </message>
  <message>
   <source>New Item</source>
   <translation>Neuer Artikel</translation>
  </message>
  <message>
   <source>Backorders of {item}</source>
   <translation>Rückstände von {item}</translation>
  </message>
 </context>
 <context>
  <name>ItemDeck</name>
  <message>
   <source>Not stocked</source>
   <translation>Ohne Bestand</translation>
  </message>
  <message>
   <source>{units} available</source>
   <translation>{units} verfügbar</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>On Hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>On Order</source>
   <translation>In Bestellung</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>There are no items yet. Press Add to create the first Item card, or import a list.</source>
   <translation>Es gibt noch keine Artikel. Mit Hinzufügen legen Sie die erste Artikelkarte an, oder Sie importieren eine Liste.</translation>
  </message>
  <message>
   <source>Item ID, description, serial no.</source>
   <translation>Artikelnr., Bezeichnung, Seriennr.</translation>
  </message>
  <message>
   <source>Same Number</source>
   <translation>Gleiche Nummer</translation>
  </message>
  <message>
   <source>Not Stocked</source>
   <translation>Ohne Bestand</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>La&amp;bels…</source>
   <translation>Eti&amp;ketten …</translation>
  </message>
  <message>
   <source>A label for each item of this list</source>
   <translation>Ein Etikett für jeden Artikel dieser Liste</translation>
  </message>
 </context>
 <context>
  <name>ItemDocuments</name>
  <message>
   <source>On Hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Committed</source>
   <translation>Reserviert</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>On Order</source>
   <translation>In Bestellung</translation>
  </message>
  <message>
   <source>Backordered</source>
   <translation>Im Rückstand</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>früher</translation>
  </message>
  <message>
   <source>Earlier total</source>
   <translation>Summe früher</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Anfangsbestand</translation>
  </message>
  <message>
   <source>Adjustment</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>Return to vendor {number}</source>
   <translation>Rücksendung {number}</translation>
  </message>
  <message>
   <source>Receiving log {number}</source>
   <translation>Wareneingang {number}</translation>
  </message>
  <message>
   <source>Receiving log {number}, corrected</source>
   <translation>Wareneingang {number}, berichtigt</translation>
  </message>
  <message>
   <source>Stock count {number}</source>
   <translation>Inventur {number}</translation>
  </message>
  <message>
   <source>Open Invoice</source>
   <translation>Rechnung in Arbeit</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>ohne Termin</translation>
  </message>
  <message>
   <source>Purchase order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>Backorder {number}</source>
   <translation>Rückstand {number}</translation>
  </message>
 </context>
 <context>
  <name>ItemDocumentsDialog</name>
  <message>
   <source>No documents</source>
   <translation>Keine Belege</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Allocated</source>
   <translation>Zugeteilt</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>{figure}: {units}</source>
   <translation>{figure}: {units}</translation>
  </message>
 </context>
 <context>
  <name>ItemEntry</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Scan, item ID, 3*ID or part of a description</source>
   <translation>Scan, Artikelnummer, 3*Nummer oder Teil der Bezeichnung</translation>
  </message>
  <message>
   <source>Choose an item</source>
   <translation>Artikel wählen</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Not stocked</source>
   <translation>Ohne Bestand</translation>
  </message>
 </context>
 <context>
  <name>ItemSerialsDialog</name>
  <message>
   <source>Serial Numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Find a Number</source>
   <translation>Nummer suchen</translation>
  </message>
  <message>
   <source>Scan or type a serial number</source>
   <translation>Seriennummer scannen oder eingeben</translation>
  </message>
  <message>
   <source>No serial numbers</source>
   <translation>Keine Seriennummern</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Serial No.</source>
   <translation>Seriennr.</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Customer or Vendor</source>
   <translation>Kunde oder Lieferant</translation>
  </message>
  <message>
   <source>Received on log {number}</source>
   <translation>Eingang mit Wareneingang {number}</translation>
  </message>
  <message>
   <source>Taken off log {number} again: not received</source>
   <translation>Von Wareneingang {number} wieder genommen: nicht eingegangen</translation>
  </message>
  <message>
   <source>Sold on invoice {number}</source>
   <translation>Verkauft mit Rechnung {number}</translation>
  </message>
  <message>
   <source>Returned on invoice {number}</source>
   <translation>Zurück mit Rechnung {number}</translation>
  </message>
  <message>
   <source>Taken back on invoice {number}, not sold here</source>
   <translation>Zurückgenommen mit Rechnung {number}, nicht hier verkauft</translation>
  </message>
  <message>
   <source>Sent back on return {number}</source>
   <translation>Zurückgeschickt mit Rücksendung {number}</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>In stock</source>
   <translation>Im Bestand</translation>
  </message>
  <message>
   <source>Sent back</source>
   <translation>Zurückgeschickt</translation>
  </message>
  <message>
   <source>Units: {units}   In stock: {in_stock}</source>
   <translation>Stück: {units}   Im Bestand: {in_stock}</translation>
  </message>
 </context>
 <context>
  <name>JournalDialog</name>
  <message>
   <source>Export Journal</source>
   <translation>Journal exportieren</translation>
  </message>
  <message>
   <source>Save As…</source>
   <translation>Speichern unter …</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>One balanced entry for each day: sales, taxes, tenders, deposits, credit and goods, each on its account. The accounts are named in File › Preferences › Accounts.</source>
   <translation>Eine ausgeglichene Buchung für jeden Tag: Verkäufe, Steuern, Zahlungen, Anzahlungen, Guthaben und Waren, jeweils auf ihrem Konto. Die Konten heißen, wie es in Datei › Einstellungen › Konten steht.</translation>
  </message>
  <message>
   <source>Table (CSV)</source>
   <translation>Tabelle (CSV)</translation>
  </message>
  <message>
   <source>Plain-text accounting (Ledger, hledger)</source>
   <translation>Buchhaltung als Text (Ledger, hledger)</translation>
  </message>
  <message>
   <source>First Day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>Last Day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Neither money nor goods moved in these days.</source>
   <translation>In diesen Tagen haben sich weder Geld noch Waren bewegt.</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Save Journal</source>
   <translation>Journal speichern</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Debit</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Haben</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Point of sale</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Sales without tax</source>
   <translation>Verkäufe ohne Steuer</translation>
  </message>
  <message>
   <source>Returns without tax</source>
   <translation>Rückgaben ohne Steuer</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>Tenders</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Cash rounding</source>
   <translation>Barzahlungsrundung</translation>
  </message>
  <message>
   <source>Deposits taken</source>
   <translation>Anzahlungen angenommen</translation>
  </message>
  <message>
   <source>Deposits used</source>
   <translation>Anzahlungen verwendet</translation>
  </message>
  <message>
   <source>Deposits refunded</source>
   <translation>Anzahlungen erstattet</translation>
  </message>
  <message>
   <source>Deposits moved</source>
   <translation>Anzahlungen umgebucht</translation>
  </message>
  <message>
   <source>Cancellation fees</source>
   <translation>Stornogebühren</translation>
  </message>
  <message>
   <source>Store credit given</source>
   <translation>Guthaben gegeben</translation>
  </message>
  <message>
   <source>Store credit used</source>
   <translation>Guthaben verwendet</translation>
  </message>
  <message>
   <source>Store credit refunded</source>
   <translation>Guthaben ausgezahlt</translation>
  </message>
  <message>
   <source>Store credit moved</source>
   <translation>Guthaben umgebucht</translation>
  </message>
  <message>
   <source>On account</source>
   <translation>Auf Rechnung</translation>
  </message>
  <message>
   <source>Paid in and out</source>
   <translation>Ein- und ausgezahlt</translation>
  </message>
  <message>
   <source>Between drawer and safe</source>
   <translation>Zwischen Schublade und Tresor</translation>
  </message>
  <message>
   <source>Over and short</source>
   <translation>Zu viel und zu wenig</translation>
  </message>
  <message>
   <source>Cost of goods sold</source>
   <translation>Wareneinsatz</translation>
  </message>
  <message>
   <source>Cost of goods returned</source>
   <translation>Wareneinsatz von Rückgaben</translation>
  </message>
  <message>
   <source>Returned damaged</source>
   <translation>Beschädigt zurückgekommen</translation>
  </message>
  <message>
   <source>Goods received</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Freight and other charges</source>
   <translation>Fracht und andere Kosten</translation>
  </message>
  <message>
   <source>Receiving corrected</source>
   <translation>Wareneingang berichtigt</translation>
  </message>
  <message>
   <source>Returned to vendors</source>
   <translation>An Lieferanten zurückgegeben</translation>
  </message>
  <message>
   <source>Credits of vendors</source>
   <translation>Gutschriften von Lieferanten</translation>
  </message>
  <message>
   <source>Stock counts</source>
   <translation>Inventuren</translation>
  </message>
  <message>
   <source>Stock adjusted</source>
   <translation>Bestand berichtigt</translation>
  </message>
  <message>
   <source>Opening stock</source>
   <translation>Anfangsbestand</translation>
  </message>
 </context>
 <context>
  <name>LayawayDialog</name>
  <message>
   <source>Layaway</source>
   <translation>Anzahlungskauf</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>The goods are set aside for the customer. What is paid now is kept as credit and pays for them when they are picked up.</source>
   <translation>Die Ware wird für den Kunden zurückgelegt. Was jetzt bezahlt wird, bleibt als Guthaben und bezahlt sie bei der Abholung.</translation>
  </message>
  <message>
   <source>Paid Now</source>
   <translation>Jetzt bezahlt</translation>
  </message>
 </context>
 <context>
  <name>LineList</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Move Up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Move Down</source>
   <translation>Nach unten</translation>
  </message>
 </context>
 <context>
  <name>LineTaxDialog</name>
  <message>
   <source>Tax Code of the Line</source>
   <translation>Steuerschlüssel der Position</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>For this line of the invoice only: {item}. The item's card stays as it is.</source>
   <translation>Nur für diese Position der Rechnung: {item}. Die Artikelkarte bleibt, wie sie ist.</translation>
  </message>
  <message>
   <source>tax code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>(not taxed)</source>
   <translation>(steuerfrei)</translation>
  </message>
 </context>
 <context>
  <name>LinesModel</name>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Trans Code</source>
   <translation>Vorgang</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>MwSt.</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>{description} – on sale from {day}</source>
   <translation>{description} – Verkauf ab {day}</translation>
  </message>
  <message>
   <source>{description} – one piece</source>
   <translation>{description} – an einem Stück</translation>
  </message>
  <message>
   <source>No receipt: {description}</source>
   <translation>Ohne Beleg: {description}</translation>
  </message>
  <message>
   <source>Damaged. {description}</source>
   <translation>Beschädigt. {description}</translation>
  </message>
  <message>
   <source>{description} – {place}</source>
   <translation>{description} – {place}</translation>
  </message>
  <message>
   <source>no day yet</source>
   <translation>noch kein Tag</translation>
  </message>
  <message>
   <source>{description} – from order {number}, {day}</source>
   <translation>{description} – aus Bestellung {number}, {day}</translation>
  </message>
  <message>
   <source>{description} – expected {day}</source>
   <translation>{description} – erwartet {day}</translation>
  </message>
  <message>
   <source>Set aside on another invoice until this one is posted</source>
   <translation>Auf einer anderen Rechnung zurückgelegt, bis diese gebucht ist</translation>
  </message>
  <message>
   <source>No sale is named; before it is paid, the till asks why it comes back</source>
   <translation>Kein Verkauf ist genannt; vor dem Zahlen fragt die Kasse, warum es zurückkommt</translation>
  </message>
  <message>
   <source>No sale is named. Reason: {reason}. Allowed by {name}</source>
   <translation>Kein Verkauf ist genannt. Grund: {reason}. Erlaubt von {name}</translation>
  </message>
  <message>
   <source>{count} of {units} serial numbers are entered (Shift+F5)</source>
   <translation>{count} von {units} Seriennummern sind eingegeben (Umschalt+F5)</translation>
  </message>
  <message>
   <source>{short} more than available: On Hand {on_hand}, Available {available}</source>
   <translation>{short} mehr als verfügbar: Bestand {on_hand}, verfügbar {available}</translation>
  </message>
 </context>
 <context>
  <name>ListPage</name>
  <message>
   <source>Show Archived Cards</source>
   <translation>Archivierte zeigen</translation>
  </message>
  <message>
   <source>List All</source>
   <translation>Alle auflisten</translation>
  </message>
  <message>
   <source>Show All</source>
   <translation>Alle zeigen</translation>
  </message>
 </context>
 <context>
  <name>ListSaving</name>
  <message>
   <source>Reading the list…</source>
   <translation>Die Liste wird gelesen …</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>LogFrame</name>
  <message>
   <source>Count</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Count It</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Scan what arrived, or type its item ID or part of its description, and press Enter.</source>
   <translation>Scannen Sie, was gekommen ist, oder tippen Sie die Artikelnummer oder einen Teil der Bezeichnung, und drücken Sie Enter.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Storage Place</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Customer Invoices</source>
   <translation>Kundenrechnungen</translation>
  </message>
  <message>
   <source>Press Enter or double-click to open the invoice</source>
   <translation>Enter oder Doppelklick öffnet die Rechnung</translation>
  </message>
  <message>
   <source>&amp;Discard</source>
   <translation>Ver&amp;werfen</translation>
  </message>
  <message>
   <source>Delete Li&amp;ne</source>
   <translation>Position lös&amp;chen</translation>
  </message>
  <message>
   <source>Count from &amp;Zero</source>
   <translation>Ab &amp;null zählen</translation>
  </message>
  <message>
   <source>All as &amp;Ordered</source>
   <translation>Alles wie bes&amp;tellt</translation>
  </message>
  <message>
   <source>Frei&amp;ght</source>
   <translation>&amp;Fracht</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>Co&amp;rrect</source>
   <translation>Be&amp;richtigen</translation>
  </message>
  <message>
   <source>Sli&amp;ps</source>
   <translation>A&amp;bholscheine</translation>
  </message>
  <message>
   <source>Item La&amp;bels</source>
   <translation>Art&amp;ikeletiketten</translation>
  </message>
  <message>
   <source>Bo&amp;x Labels…</source>
   <translation>&amp;Kistenetiketten …</translation>
  </message>
  <message>
   <source>Return to Ve&amp;ndor</source>
   <translation>An Liefera&amp;nten zurück</translation>
  </message>
  <message>
   <source>Lines: {lines}   Received: {quantity}   Extended: {total}</source>
   <translation>Positionen: {lines}   Erhalten: {quantity}   Gesamt: {total}</translation>
  </message>
  <message>
   <source>Charges: {charges}</source>
   <translation>Kosten: {charges}</translation>
  </message>
  <message>
   <source>Lines: {lines}   Received: {quantity}</source>
   <translation>Zeilen: {lines}   Erhalten: {quantity}</translation>
  </message>
  <message>
   <source>Serial No. {numbers}</source>
   <translation>Seriennr. {numbers}</translation>
  </message>
  <message>
   <source>{item}: {taken} taken back, so {came} came</source>
   <translation>{item}: {taken} zurückgenommen, also kamen {came}</translation>
  </message>
  <message>
   <source>{item}: {count} of {units} serial numbers are entered (Shift+F5)</source>
   <translation>{item}: {count} von {units} Seriennummern sind eingegeben (Umschalt+F5)</translation>
  </message>
  <message>
   <source>{item}: {count} received</source>
   <translation>{item}: {count} erhalten</translation>
  </message>
  <message>
   <source>{item}: {count} received, {over} more than is open on the order</source>
   <translation>{item}: {count} erhalten, {over} mehr als in der Bestellung offen</translation>
  </message>
  <message>
   <source>{item}: {count} of {open} received</source>
   <translation>{item}: {count} von {open} erhalten</translation>
  </message>
 </context>
 <context>
  <name>LogInDialog</name>
  <message>
   <source>Log In</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>Who is working at {workstation}?</source>
   <translation>Wer arbeitet an {workstation}?</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Switch Employee</source>
   <translation>Mitarbeiter wechseln</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Exit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Employees</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Type your name, or scan your badge</source>
   <translation>Name eintippen oder Ausweis scannen</translation>
  </message>
  <message>
   <source>Alt+1 to Alt+9 choose the first nine of the list.</source>
   <translation>Alt+1 bis Alt+9 wählen die ersten neun der Liste.</translation>
  </message>
  <message>
   <source>Opening the shop…</source>
   <translation>Das Geschäft wird geöffnet …</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Try Again</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>Nobody called “{typed}” works here.</source>
   <translation>Niemand namens „{typed}“ arbeitet hier.</translation>
  </message>
 </context>
 <context>
  <name>LogLinesTable</name>
  <message>
   <source>{taken} taken back, so {came} came</source>
   <translation>{taken} zurückgenommen, also kamen {came}</translation>
  </message>
  <message>
   <source>{over} more than is open on the order</source>
   <translation>{over} mehr als in der Bestellung offen</translation>
  </message>
  <message>
   <source>{count} of {units} serial numbers are entered (Shift+F5)</source>
   <translation>{count} von {units} Seriennummern sind eingegeben (Umschalt+F5)</translation>
  </message>
  <message>
   <source>{units} ({packs})</source>
   <translation>{units} ({packs})</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Vendor Item No.</source>
   <translation>Lief.-Art.-Nr.</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Farbpartie</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Gratis</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
 </context>
 <context>
  <name>LookAlikesDialog</name>
  <message>
   <source>Already on File?</source>
   <translation>Schon vorhanden?</translation>
  </message>
  <message>
   <source>&amp;Use This One</source>
   <translation>&amp;Diese Karte nehmen</translation>
  </message>
  <message>
   <source>&amp;Make a New One</source>
   <translation>&amp;Neue Karte anlegen</translation>
  </message>
  <message>
   <source>Somebody like this is on file. One card for each person keeps together what they wait for.</source>
   <translation>Es gibt schon jemanden, der so aussieht. Mit nur einer Karte für jede Person bleibt beisammen, worauf sie wartet.</translation>
  </message>
  <message>
   <source>New: {typed}</source>
   <translation>Neu: {typed}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Customer ID</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>The Same</source>
   <translation>Gleich</translation>
  </message>
  <message>
   <source>On File</source>
   <translation>Vorhanden</translation>
  </message>
  <message>
   <source>name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>email</source>
   <translation>E-Mail</translation>
  </message>
 </context>
 <context>
  <name>LookAtTheseDialog</name>
  <message>
   <source>Look at These</source>
   <translation>Bitte ansehen</translation>
  </message>
  <message>
   <source>This delivery is unusual. Open a row to put it right, or accept it as it is.</source>
   <translation>Diese Lieferung ist ungewöhnlich. Öffnen Sie eine Zeile, um sie zu berichtigen, oder nehmen Sie sie an, wie sie ist.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>What Is Odd</source>
   <translation>Was auffällt</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>angenommen</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
  <message>
   <source>&amp;Accept</source>
   <translation>Anneh&amp;men</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>{found} counted, {usual} open on the order</source>
   <translation>{found} gezählt, {usual} auf der Bestellung offen</translation>
  </message>
  <message>
   <source>{found} counted, usually {usual} come</source>
   <translation>{found} gezählt, sonst kommen {usual}</translation>
  </message>
  <message>
   <source>costs {found}, usually {usual}</source>
   <translation>kostet {found}, sonst {usual}</translation>
  </message>
  <message>
   <source>costs only {found}, usually {usual}</source>
   <translation>kostet nur {found}, sonst {usual}</translation>
  </message>
  <message>
   <source>{found} counted, nobody ordered it</source>
   <translation>{found} gezählt, niemand hat es bestellt</translation>
  </message>
  <message>
   <source>{found} counted, purchase order {number} of this vendor brings {usual}</source>
   <translation>{found} gezählt, Bestellung {number} bei diesem Lieferanten bringt {usual}</translation>
  </message>
  <message>
   <source>The vendor's invoice number stands on receiving log {number}, too</source>
   <translation>Die Nummer der Lieferantenrechnung steht auch auf Wareneingang {number}</translation>
  </message>
  <message>
   <source>The vendor's invoice number stands on another receiving log that is not posted yet</source>
   <translation>Die Nummer der Lieferantenrechnung steht auch auf einem Wareneingang, der noch nicht gebucht ist</translation>
  </message>
  <message>
   <source>The cost is unusual; somebody who may see costs should look at it</source>
   <translation>Der Einkaufspreis ist ungewöhnlich; wer ihn sehen darf, sollte ihn ansehen</translation>
  </message>
  <message numerus="yes">
   <source>%n rows are still to be accepted</source>
   <translation>
    <numerusform>%n Zeile ist noch anzunehmen</numerusform>
    <numerusform>%n Zeilen sind noch anzunehmen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LossRows</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>What Happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>Goes Back</source>
   <translation>Geht zurück</translation>
  </message>
  <message>
   <source>{item}: {quantity} did not come</source>
   <translation>{item}: {quantity} kam nicht</translation>
  </message>
  <message>
   <source>keeps all</source>
   <translation>behält alles</translation>
  </message>
  <message>
   <source>owed {quantity} again</source>
   <translation>wieder {quantity} geschuldet</translation>
  </message>
  <message>
   <source>owed {quantity} again, {planned} on order</source>
   <translation>wieder {quantity} geschuldet, {planned} bestellt</translation>
  </message>
  <message>
   <source>From the shelf {quantity}</source>
   <translation>Aus dem Regal {quantity}</translation>
  </message>
 </context>
 <context>
  <name>MailDialog</name>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
 </context>
 <context>
  <name>MailOrderDialog</name>
  <message>
   <source>It comes from {sender}; the order is attached as PDF.</source>
   <translation>Sie kommt von {sender}; die Bestellung hängt als PDF an.</translation>
  </message>
  <message>
   <source>Mail Purchase Order {number}</source>
   <translation>Bestellung {number} mailen</translation>
  </message>
 </context>
 <context>
  <name>MailPage</name>
  <message>
   <source>STARTTLS (usual, port 587)</source>
   <translation>STARTTLS (üblich, Port 587)</translation>
  </message>
  <message>
   <source>TLS (port 465)</source>
   <translation>TLS (Port 465)</translation>
  </message>
  <message>
   <source>unprotected</source>
   <translation>ungeschützt</translation>
  </message>
  <message>
   <source>Mail Server</source>
   <translation>Mailserver</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Protection</source>
   <translation>Schutz</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Mails Come From</source>
   <translation>Mails kommen von</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>{number}, {store} and {vendor} are filled in. The password is kept on this computer, in a file that nobody else can read.</source>
   <translation>{number}, {store} und {vendor} werden ausgefüllt. Das Passwort bleibt auf diesem Computer, in einer Datei, die sonst niemand lesen kann.</translation>
  </message>
 </context>
 <context>
  <name>MailReceiptDialog</name>
  <message>
   <source>Receipt {number} from {store}</source>
   <translation>Beleg {number} von {store}</translation>
  </message>
  <message>
   <source>Thank you. Your receipt {number} is attached.</source>
   <translation>Vielen Dank. Ihr Beleg {number} hängt an.</translation>
  </message>
  <message>
   <source>It comes from {sender}; the receipt is attached as PDF.</source>
   <translation>Sie kommt von {sender}; der Beleg hängt als PDF an.</translation>
  </message>
  <message>
   <source>Mail Receipt {number}</source>
   <translation>Beleg {number} mailen</translation>
  </message>
 </context>
 <context>
  <name>MailWorker</name>
  <message>
   <source>The log file says why.</source>
   <translation>Warum, steht in der Protokolldatei.</translation>
  </message>
  <message>
   <source>The mail server does not know STARTTLS. Choose another protection or port.</source>
   <translation>Der Mailserver kennt kein STARTTLS. Wählen Sie einen anderen Schutz oder Anschluss.</translation>
  </message>
  <message>
   <source>The mail server does not take a password here. Choose another protection or port.</source>
   <translation>Der Mailserver nimmt hier kein Passwort an. Wählen Sie einen anderen Schutz oder Anschluss.</translation>
  </message>
 </context>
 <context>
  <name>ManualBackorderCancelDialog</name>
  <message>
   <source>Manual Backorder Cancel</source>
   <translation>Rückstand stornieren</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Backorder {number}: {item} {description}, for {customer}</source>
   <translation>Rückstand {number}: {item} {description}, für {customer}</translation>
  </message>
  <message>
   <source>Somebody just changed this backorder. These are the current figures.</source>
   <translation>Jemand hat diesen Rückstand soeben geändert. Dies sind die aktuellen Zahlen.</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Outstanding: {outstanding} of {ordered} ordered</source>
   <translation>Ausstehend: {outstanding} von {ordered} bestellten</translation>
  </message>
  <message>
   <source>up to {outstanding}</source>
   <translation>bis zu {outstanding}</translation>
  </message>
 </context>
 <context>
  <name>MergeCustomersDialog</name>
  <message>
   <source>Merge Customers</source>
   <translation>Kunden zusammenführen</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Zusammenführen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Two cards of one customer become one. What is open goes to the card that stays.</source>
   <translation>Aus zwei Karten eines Kunden wird eine. Was offen ist, geht auf die Karte über, die bleibt.</translation>
  </message>
  <message>
   <source>Other Card</source>
   <translation>Andere Karte</translation>
  </message>
  <message>
   <source>Name, phone, ID, company</source>
   <translation>Name, Telefon, Nummer, Firma</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Customer ID</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>Cards Found</source>
   <translation>Gefundene Karten</translation>
  </message>
  <message>
   <source>No other card fits.</source>
   <translation>Keine andere Karte passt.</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>This Card</source>
   <translation>Diese Karte</translation>
  </message>
  <message>
   <source>Side by Side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <source>{code} {name} stays</source>
   <translation>{code} {name} bleibt</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Second Phone</source>
   <translation>Zweites Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Tax Exempt</source>
   <translation>Steuerbefreit</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>Gekauft</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>What goes to {stays} – working invoices: {invoices}, backorders: {backorders}. Processed invoices keep the name they were posted with and are found with {stays}. {goes} is archived for good.</source>
   <translation>Was auf {stays} übergeht – Rechnungen in Arbeit: {invoices}, Rückstände: {backorders}. Gebuchte Rechnungen behalten den Namen, mit dem sie gebucht wurden, und werden bei {stays} gefunden. {goes} wird endgültig archiviert.</translation>
  </message>
  <message>
   <source>{stays} keeps its own tax exemption.</source>
   <translation>{stays} behält die eigene Steuerbefreiung.</translation>
  </message>
  <message>
   <source>{stays} pays no tax from now on.</source>
   <translation>{stays} zahlt ab jetzt keine Steuer.</translation>
  </message>
 </context>
 <context>
  <name>MoneyRowsDialog</name>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>Together {total}</source>
   <translation>Zusammen {total}</translation>
  </message>
 </context>
 <context>
  <name>MoneySection</name>
  <message>
   <source>Put on Bac&amp;korder…</source>
   <translation>Auf Rüc&amp;kstand legen…</translation>
  </message>
  <message>
   <source>Refund Cred&amp;it…</source>
   <translation>&amp;Guthaben auszahlen…</translation>
  </message>
  <message>
   <source>Stateme&amp;nt…</source>
   <translation>Ko&amp;ntoauszug…</translation>
  </message>
  <message>
   <source>Owed on Account</source>
   <translation>Offen auf Rechnung</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>{name} (limit on account {limit})</source>
   <translation>{name} (Kreditlimit {limit})</translation>
  </message>
  <message>
   <source>This customer has no credit.</source>
   <translation>Dieser Kunde hat kein Guthaben.</translation>
  </message>
  <message>
   <source>Nothing is on backorder for this customer.</source>
   <translation>Für diesen Kunden gibt es keinen offenen Rückstand.</translation>
  </message>
 </context>
 <context>
  <name>MoneyStrip</name>
  <message>
   <source>Taken</source>
   <translation>Genommen</translation>
  </message>
  <message>
   <source>From Credit</source>
   <translation>Aus Guthaben</translation>
  </message>
  <message>
   <source>On Deposit</source>
   <translation>Angezahlt</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Verwendet</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>Erstattet</translation>
  </message>
  <message>
   <source>To Credit</source>
   <translation>Ins Guthaben</translation>
  </message>
  <message>
   <source>Fees</source>
   <translation>Gebühren</translation>
  </message>
  <message>
   <source>These amounts do not add up. Run posim-desktop verify.</source>
   <translation>Diese Beträge gehen nicht auf. Führen Sie posim-desktop verify aus.</translation>
  </message>
 </context>
 <context>
  <name>NewPinDialog</name>
  <message>
   <source>PIN of {name}</source>
   <translation>PIN von {name}</translation>
  </message>
  <message>
   <source>Set PIN</source>
   <translation>PIN festlegen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>At least four digits; no run like 1234, and not all the same.</source>
   <translation>Mindestens vier Ziffern; keine Reihe wie 1234, und nicht alle gleich.</translation>
  </message>
  <message>
   <source>Old PIN</source>
   <translation>Alte PIN</translation>
  </message>
  <message>
   <source>New PIN</source>
   <translation>Neue PIN</translation>
  </message>
  <message>
   <source>New PIN Again</source>
   <translation>Neue PIN noch einmal</translation>
  </message>
 </context>
 <context>
  <name>NewReceivingLogDialog</name>
  <message>
   <source>New Receiving Log</source>
   <translation>Neuer Wareneingang</translation>
  </message>
  <message>
   <source>For a &amp;Purchase Order</source>
   <translation>Zu einer &amp;Bestellung</translation>
  </message>
  <message>
   <source>&amp;Without a Purchase Order</source>
   <translation>&amp;Ohne Bestellung</translation>
  </message>
  <message>
   <source>Purchase Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Scan or type the number, or part of the vendor's name</source>
   <translation>Nummer oder Teil des Lieferantennamens scannen oder tippen</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Ordered On</source>
   <translation>Bestellt am</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Being received</source>
   <translation>Wird gezählt</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>Open Purchase Orders</source>
   <translation>Laufende Bestellungen</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Next, scan or type what arrived; each item gets its own line.</source>
   <translation>Danach scannen oder tippen Sie, was gekommen ist; jeder Artikel bekommt seine Position.</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>There are no open purchase orders. Receive without one, or post the order first.</source>
   <translation>Es gibt keine laufenden Bestellungen. Nehmen Sie ohne Bestellung an, oder buchen Sie zuerst die Bestellung.</translation>
  </message>
  <message>
   <source>No open purchase order matches “{text}”.</source>
   <translation>Keine laufende Bestellung passt zu „{text}“.</translation>
  </message>
  <message>
   <source>Continue Counting</source>
   <translation>Weiterzählen</translation>
  </message>
  <message>
   <source>Choose a purchase order first.</source>
   <translation>Wählen Sie zuerst eine Bestellung.</translation>
  </message>
 </context>
 <context>
  <name>NewVendorReturnDialog</name>
  <message>
   <source>New Return to Vendor</source>
   <translation>Neue Rücksendung</translation>
  </message>
  <message>
   <source>Goods of one delivery go back from its receiving log: open it and press Return to Vendor. Here you begin with goods from the shelf.</source>
   <translation>Ware einer Lieferung geht von ihrem Wareneingang aus zurück: öffnen Sie ihn und drücken Sie An Lieferanten zurück. Hier beginnen Sie mit Ware aus dem Regal.</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
 </context>
 <context>
  <name>NoSaleDialog</name>
  <message>
   <source>The drawer opens through the receipt printer, and this computer has none. Name it in File › Preferences › Printing.</source>
   <translation>Die Schublade öffnet sich über den Bondrucker, und dieser Computer hat keinen. Tragen Sie ihn unter Datei › Einstellungen › Drucken ein.</translation>
  </message>
  <message>
   <source>No Sale</source>
   <translation>Kein Verkauf</translation>
  </message>
  <message>
   <source>Open Drawer</source>
   <translation>Schublade öffnen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Opens the drawer without a sale. The audit keeps who did it and why.</source>
   <translation>Öffnet die Schublade ohne Verkauf. Das Prüfprotokoll hält fest, wer das getan hat und warum.</translation>
  </message>
  <message>
   <source>Change for a customer</source>
   <translation>Wechselgeld für Kunden</translation>
  </message>
  <message>
   <source>Coins brought</source>
   <translation>Münzgeld gebracht</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>OpenDrawerDialog</name>
  <message>
   <source>Open Drawer</source>
   <translation>Schublade eröffnen</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Eröffnen</translation>
  </message>
  <message>
   <source>{amount} was left in the drawer.</source>
   <translation>{amount} blieben in der Schublade.</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Wechselgeld</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>OrderEnding</name>
  <message>
   <source>Discard this purchase order? Nothing on it will be ordered, and its allocations are dropped.</source>
   <translation>Diese Bestellung verwerfen? Nichts davon wird bestellt, und ihre Zuteilungen entfallen.</translation>
  </message>
  <message>
   <source>Discard Purchase Order</source>
   <translation>Bestellung verwerfen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
 </context>
 <context>
  <name>OrderHeader</name>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Left empty, the goods are expected when they usually come</source>
   <translation>Bleibt es leer, wird die Ware dann erwartet, wenn sie üblicherweise kommt</translation>
  </message>
 </context>
 <context>
  <name>OrdersToPost</name>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>For Customers</source>
   <translation>Für Kunden</translation>
  </message>
  <message>
   <source>Smallest Order</source>
   <translation>Mindestbestellung</translation>
  </message>
  <message>
   <source>Not Posted</source>
   <translation>Nicht gebucht</translation>
  </message>
  <message>
   <source>{count} more</source>
   <translation>{count} weitere</translation>
  </message>
 </context>
 <context>
  <name>OtherPrinterDialog</name>
  <message>
   <source>Other Printer</source>
   <translation>Anderer Drucker</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Drucker</translation>
  </message>
 </context>
 <context>
  <name>OtherVendorsDialog</name>
  <message>
   <source>Other Vendors</source>
   <translation>Weitere Lieferanten</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Orders to these vendors take their number, cost and pack. A row without a vendor is dropped; without a cost it is the card's.</source>
   <translation>Bestellungen bei diesen Lieferanten nehmen deren Nummer, Kosten und Gebinde. Eine Zeile ohne Lieferant entfällt; ohne Kosten gelten die der Karte.</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Vendor Item No.</source>
   <translation>Lief.-Art.-Nr.</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Pack Of</source>
   <translation>Gebinde zu</translation>
  </message>
  <message>
   <source>Smallest Order</source>
   <translation>Mindestbestellung</translation>
  </message>
  <message>
   <source>Usual Days</source>
   <translation>Übliche Tage</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Make Preferred</source>
   <translation>Zum Hauptlieferanten machen</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keiner)</translation>
  </message>
  <message>
   <source>{what}, row {number}</source>
   <translation>{what}, Zeile {number}</translation>
  </message>
 </context>
 <context>
  <name>OtherVendorsEdit</name>
  <message>
   <source>pack of {pack}</source>
   <translation>zu je {pack} verpackt</translation>
  </message>
  <message>
   <source>at least {units}</source>
   <translation>mindestens {units}</translation>
  </message>
  <message>
   <source>{days} days</source>
   <translation>{days} Tage</translation>
  </message>
 </context>
 <context>
  <name>OutOfStockDialog</name>
  <message>
   <source>Out of Stock</source>
   <translation>Nicht vorrätig</translation>
  </message>
  <message>
   <source>Note the wish for {units}, without promise or charge; nothing is put on the invoice.</source>
   <translation>Den Wunsch nach {units} notieren, ohne Zusage und ohne Berechnung; auf die Rechnung kommt nichts.</translation>
  </message>
  <message>
   <source>Attach the customer first, whose wish it is.</source>
   <translation>Erst den Kunden angeben, dessen Wunsch es ist.</translation>
  </message>
  <message>
   <source>Only {left} of {wanted} can be sold from stock</source>
   <translation>Nur {left} von {wanted} können ab Lager verkauft werden</translation>
  </message>
  <message>
   <source>Nothing is available</source>
   <translation>Nichts ist verfügbar</translation>
  </message>
  <message>
   <source>On Hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>On This Line</source>
   <translation>Auf dieser Position</translation>
  </message>
  <message>
   <source>On Order</source>
   <translation>In Bestellung</translation>
  </message>
  <message>
   <source>Already back-ordered for others: {quantity} ({who})</source>
   <translation>Schon im Rückstand für andere: {quantity} ({who})</translation>
  </message>
  <message>
   <source>Set aside for: {who}</source>
   <translation>Zurückgelegt für: {who}</translation>
  </message>
  <message>
   <source>no customer named</source>
   <translation>ohne Kundenname</translation>
  </message>
  <message>
   <source>Split sells {left} now and back-orders {rest}.</source>
   <translation>Aufteilen verkauft {left} jetzt und nimmt {rest} in den Rückstand.</translation>
  </message>
  <message>
   <source>A backorder needs a customer before you can post it.</source>
   <translation>Ein Rückstand braucht einen Kunden, bevor Sie buchen können.</translation>
  </message>
  <message>
   <source>Sell Anyway needs the approval of somebody who may: {deeds}.</source>
   <translation>Trotzdem verkaufen muss jemand genehmigen, der darf: {deeds}.</translation>
  </message>
  <message>
   <source>&amp;Back Order</source>
   <translation>In &amp;Rückstand</translation>
  </message>
  <message>
   <source>&amp;Split</source>
   <translation>Auf&amp;teilen</translation>
  </message>
  <message>
   <source>Sell &amp;Anyway</source>
   <translation>&amp;Trotzdem verkaufen</translation>
  </message>
  <message>
   <source>&amp;Want List</source>
   <translation>&amp;Wunschliste</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>Scans waiting: {count}. They will be added after you answer.</source>
   <translation>Wartende Scans: {count}. Sie werden nach Ihrer Antwort hinzugefügt.</translation>
  </message>
 </context>
 <context>
  <name>OutgoingMailDialog</name>
  <message>
   <source>Outgoing Mail</source>
   <translation>Ausgehende Mails</translation>
  </message>
  <message>
   <source>&amp;Delete</source>
   <translation>&amp;Löschen</translation>
  </message>
  <message>
   <source>&amp;Again</source>
   <translation>&amp;Noch einmal</translation>
  </message>
  <message>
   <source>&amp;Other Address…</source>
   <translation>Andere &amp;Adresse …</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Nothing was mailed yet.</source>
   <translation>Noch wurde nichts gemailt.</translation>
  </message>
  <message>
   <source>Other Address</source>
   <translation>Andere Adresse</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>Beleg {number}</translation>
  </message>
  <message>
   <source>Purchase order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>Being sent</source>
   <translation>Wird gesendet</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Nicht gesendet</translation>
  </message>
  <message>
   <source>Maybe sent</source>
   <translation>Vielleicht gesendet</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>Gelöscht</translation>
  </message>
  <message>
   <source>It was handed over, but no answer came. Ask the customer, then press Again or Delete.</source>
   <translation>Sie wurde übergeben, aber es kam keine Antwort. Fragen Sie den Kunden, dann drücken Sie Noch einmal oder Löschen.</translation>
  </message>
  <message>
   <source>It was handed over, but no answer came. Ask the vendor, then press Again or Delete.</source>
   <translation>Sie wurde übergeben, aber es kam keine Antwort. Fragen Sie den Lieferanten, dann drücken Sie Noch einmal oder Löschen.</translation>
  </message>
  <message>
   <source>{why} It is tried again by itself.</source>
   <translation>{why} Es wird von selbst noch einmal versucht.</translation>
  </message>
 </context>
 <context>
  <name>OwnMoney</name>
  <message>
   <source>D&amp;eposit {amount}</source>
   <translation>A&amp;nzahlung {amount}</translation>
  </message>
  <message>
   <source>O&amp;n Account {amount}</source>
   <translation>Au&amp;f Rechnung {amount}</translation>
  </message>
  <message>
   <source>&amp;As Credit {amount}</source>
   <translation>Als G&amp;uthaben {amount}</translation>
  </message>
  <message>
   <source>Credit {amount}</source>
   <translation>Guthaben {amount}</translation>
  </message>
 </context>
 <context>
  <name>OwnWindow</name>
  <message>
   <source>&amp;Window</source>
   <translation>&amp;Fenster</translation>
  </message>
  <message>
   <source>Move Back to Tabs</source>
   <translation>Zurück zu den Reitern</translation>
  </message>
 </context>
 <context>
  <name>Packs</name>
  <message>
   <source>cs</source>
   <translation>Kt</translation>
  </message>
 </context>
 <context>
  <name>ParkedInvoicesDialog</name>
  <message>
   <source>Parked Invoices</source>
   <translation>Geparkte Rechnungen</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Find by customer, employee, item or note</source>
   <translation>Nach Kunde, Mitarbeiter, Artikel oder Notiz suchen</translation>
  </message>
  <message>
   <source>No invoices are parked. To park one, press Ctrl+N, or + and Enter in the item field.</source>
   <translation>Keine Rechnung ist geparkt. Zum Parken drücken Sie Strg+N, oder + und Enter im Artikelfeld.</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Open At</source>
   <translation>Offen an</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>&amp;Recall</source>
   <translation>Zurück&amp;holen</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>No parked invoice matches.</source>
   <translation>Keine geparkte Rechnung passt.</translation>
  </message>
  <message>
   <source>here</source>
   <translation>hier</translation>
  </message>
  <message>
   <source>{place} since {time}</source>
   <translation>{place} seit {time}</translation>
  </message>
 </context>
 <context>
  <name>Parking</name>
  <message>
   <source>An invoice was left open at this workstation.</source>
   <translation>An diesem Arbeitsplatz ist eine Rechnung offen geblieben.</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>{count} invoices were left open at this workstation.</source>
   <translation>An diesem Arbeitsplatz sind {count} Rechnungen offen geblieben.</translation>
  </message>
  <message>
   <source>Parked Invoices</source>
   <translation>Geparkte Rechnungen</translation>
  </message>
  <message>
   <source>{name} has this invoice open at {workstation} since {time}. Take it over?</source>
   <translation>{name} hat diese Rechnung seit {time} an {workstation} offen. Übernehmen?</translation>
  </message>
  <message>
   <source>Somebody</source>
   <translation>Jemand</translation>
  </message>
  <message>
   <source>Take Over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>What is on it stays on it. The other workstation is told, and has an empty till then.</source>
   <translation>Was darauf steht, bleibt darauf. Der andere Arbeitsplatz erfährt es und hat dann eine leere Kasse.</translation>
  </message>
  <message>
   <source>Discard this invoice? Its lines stay on record, but it can never be posted.</source>
   <translation>Diese Rechnung verwerfen? Ihre Positionen bleiben gespeichert, aber gebucht werden kann sie nie mehr.</translation>
  </message>
  <message>
   <source>Discard Invoice</source>
   <translation>Rechnung verwerfen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Give Back</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Goods on this invoice are set aside for backorders. They will be available to others again.</source>
   <translation>Ware auf dieser Rechnung ist für Rückstände zurückgelegt. Sie wird wieder für andere verfügbar.</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Kommentar</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
 </context>
 <context>
  <name>PastPage</name>
  <message>
   <source>A file of another till, web shop, bookkeeping program or spreadsheet: CSV or XLSX, with a row for each item, customer, vendor, department or tax code, or with stock counts or prices. Nothing is written before you have seen what will happen, and an import can be undone.</source>
   <translation>Eine Datei einer anderen Kasse, eines Webshops, einer Buchhaltung oder Tabellenkalkulation: CSV oder XLSX, mit einer Zeile je Artikel, Kunde, Lieferant, Abteilung oder Steuercode, oder mit Bestandszahlen oder Preisen. Nichts wird geschrieben, bevor Sie gesehen haben, was geschieht, und ein Import lässt sich zurücknehmen.</translation>
  </message>
  <message>
   <source>&amp;Choose a File…</source>
   <translation>&amp;Datei auswählen…</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>Importiert</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Holds</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Imports So Far</source>
   <translation>Bisherige Importe</translation>
  </message>
  <message>
   <source>&amp;Undo This Import…</source>
   <translation>Diesen &amp;Import zurücknehmen…</translation>
  </message>
  <message>
   <source>Nothing was imported yet.</source>
   <translation>Bisher wurde nichts importiert.</translation>
  </message>
 </context>
 <context>
  <name>PayPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Amo&amp;unt</source>
   <translation>Betra&amp;g</translation>
  </message>
  <message>
   <source>Exact</source>
   <translation>Passend</translation>
  </message>
  <message>
   <source>&amp;Back to Lines</source>
   <translation>&amp;Zurück</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>Back to Lines</source>
   <translation>Zurück zu den Positionen</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>This invoice is paid. Post it, or give a tender back.</source>
   <translation>Diese Rechnung ist bezahlt. Buchen Sie sie, oder geben Sie eine Zahlung zurück.</translation>
  </message>
  <message>
   <source>Cash {amount}</source>
   <translation>Bar {amount}</translation>
  </message>
  <message>
   <source>“{code}” is the code of {item}. Put it on the invoice?</source>
   <translation>„{code}“ ist der Code von {item}. Auf die Rechnung setzen?</translation>
  </message>
  <message>
   <source>Put on Invoice</source>
   <translation>Auf die Rechnung</translation>
  </message>
  <message>
   <source>Leave It</source>
   <translation>Nicht übernehmen</translation>
  </message>
  <message>
   <source>“{code}” looks like a barcode, but no item has it. Is it the amount {amount}?</source>
   <translation>„{code}“ sieht wie ein Strichcode aus, aber kein Artikel hat ihn. Ist es der Betrag {amount}?</translation>
  </message>
  <message>
   <source>Take {amount}</source>
   <translation>{amount} annehmen</translation>
  </message>
  <message>
   <source>{amount} in cash gives {change} in change. Was so much handed over?</source>
   <translation>{amount} in bar ergeben {change} Rückgeld. Wurde so viel gegeben?</translation>
  </message>
 </context>
 <context>
  <name>PersonalData</name>
  <message>
   <source>Hand Over Data</source>
   <translation>Daten herausgeben</translation>
  </message>
  <message>
   <source>ZIP Files (*.zip)</source>
   <translation>ZIP-Dateien (*.zip)</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Lines of Invoices</source>
   <translation>Rechnungspositionen</translation>
  </message>
  <message>
   <source>Serial Numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>History of Backorders</source>
   <translation>Verlauf der Rückstände</translation>
  </message>
  <message>
   <source>Prices Agreed To</source>
   <translation>Zugestimmte Preise</translation>
  </message>
  <message>
   <source>Deposits and Credit</source>
   <translation>Anzahlungen und Guthaben</translation>
  </message>
  <message>
   <source>Special Orders</source>
   <translation>Sonderbestellungen</translation>
  </message>
  <message>
   <source>Lines of Special Orders</source>
   <translation>Positionen der Sonderbestellungen</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Want List</source>
   <translation>Wunschliste</translation>
  </message>
  <message>
   <source>Mails</source>
   <translation>Mails</translation>
  </message>
  <message>
   <source>Pictures and Files</source>
   <translation>Bilder und Dateien</translation>
  </message>
  <message>
   <source>What Was Done with the Card</source>
   <translation>Was mit der Karte geschah</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Archived</source>
   <translation>Archiviert</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Backorder No.</source>
   <translation>Rückstand Nr.</translation>
  </message>
  <message>
   <source>Bill To</source>
   <translation>Rechnung an</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Canceled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Made On</source>
   <translation>Angelegt am</translation>
  </message>
  <message>
   <source>Limit on Account</source>
   <translation>Kreditrahmen</translation>
  </message>
  <message>
   <source>Customer's Order</source>
   <translation>Bestellung des Kunden</translation>
  </message>
  <message>
   <source>Customer ID</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Deposit in Percent</source>
   <translation>Anzahlung in Prozent</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Discarded Because</source>
   <translation>Verworfen, weil</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount Because</source>
   <translation>Rabatt, weil</translation>
  </message>
  <message>
   <source>Dropped On</source>
   <translation>Gestrichen am</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Tax Exempt No.</source>
   <translation>Steuerfrei unter Nr.</translation>
  </message>
  <message>
   <source>Exempt Because</source>
   <translation>Befreit, weil</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Betrag der Position</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>No. of the File</source>
   <translation>Nr. der Datei</translation>
  </message>
  <message>
   <source>Invoice No.</source>
   <translation>Rechnung Nr.</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>Job</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Needed By</source>
   <translation>Benötigt bis</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Second Phone</source>
   <translation>Zweites Telefon</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Position</translation>
  </message>
  <message>
   <source>Posted On</source>
   <translation>Gebucht am</translation>
  </message>
  <message>
   <source>Not Above</source>
   <translation>Nicht über</translation>
  </message>
  <message>
   <source>Processed On</source>
   <translation>Gebucht am</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>How to Reach</source>
   <translation>Wie erreichbar</translation>
  </message>
  <message>
   <source>Best Reached By</source>
   <translation>Am besten erreichbar per</translation>
  </message>
  <message>
   <source>Best Time</source>
   <translation>Beste Zeit</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Sent To</source>
   <translation>Gesendet an</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Belegnummer</translation>
  </message>
  <message>
   <source>Returned Because</source>
   <translation>Zurückgegeben, weil</translation>
  </message>
  <message>
   <source>Rounding</source>
   <translation>Rundung</translation>
  </message>
  <message>
   <source>Serial Number</source>
   <translation>Seriennummer</translation>
  </message>
  <message>
   <source>Special Order No.</source>
   <translation>Sonderbestellung Nr.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Storage Place</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Subtotal</source>
   <translation>Zwischensumme</translation>
  </message>
  <message>
   <source>Paid On</source>
   <translation>Bezahlt am</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Trans Code</source>
   <translation>Vorgangsart</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Will Also Take</source>
   <translation>Nimmt auch</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
 </context>
 <context>
  <name>PickUp</name>
  <message>
   <source>Pick-up</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Name, phone or item, or scan the slip</source>
   <translation>Name, Telefon oder Artikel, oder Schein scannen</translation>
  </message>
  <message>
   <source>Find (F4)</source>
   <translation>Suchen (F4)</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Waiting for Pick-up</source>
   <translation>Wartet auf Abholung</translation>
  </message>
  <message>
   <source>Stora&amp;ge Place…</source>
   <translation>La&amp;gerplatz …</translation>
  </message>
  <message>
   <source>&amp;Call List…</source>
   <translation>&amp;Anrufliste …</translation>
  </message>
  <message>
   <source>&amp;Print Slip…</source>
   <translation>Schein dr&amp;ucken …</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Öff&amp;nen</translation>
  </message>
  <message>
   <source>No goods are set aside. Receive or fill a backorder, or commit an invoice at the till.</source>
   <translation>Es ist keine Ware zurückgelegt. Nehmen Sie Ware an, bedienen Sie einen Rückstand, oder reservieren Sie eine Rechnung an der Kasse.</translation>
  </message>
  <message>
   <source>Nothing found for “{text}”.</source>
   <translation>Nichts gefunden für „{text}“.</translation>
  </message>
  <message numerus="yes">
   <source>%n invoices · {total}</source>
   <translation>
    <numerusform>%n Rechnung · {total}</numerusform>
    <numerusform>%n Rechnungen · {total}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PinPanel</name>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Delete the last digit</source>
   <translation>Letzte Ziffer löschen</translation>
  </message>
 </context>
 <context>
  <name>Place</name>
  <message>
   <source>Working Invoices</source>
   <translation>Rechnungen in Arbeit</translation>
  </message>
  <message>
   <source>Processed Invoices</source>
   <translation>Gebuchte Rechnungen</translation>
  </message>
  <message>
   <source>Working Purchase Orders</source>
   <translation>Bestellungen in Arbeit</translation>
  </message>
  <message>
   <source>Processed Purchase Orders</source>
   <translation>Gebuchte Bestellungen</translation>
  </message>
  <message>
   <source>Receiving Logs</source>
   <translation>Wareneingänge</translation>
  </message>
  <message>
   <source>Returns to Vendors</source>
   <translation>Rücksendungen</translation>
  </message>
  <message>
   <source>Stock Counts</source>
   <translation>Inventuren</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Kassenlade</translation>
  </message>
  <message>
   <source>Pick-up</source>
   <translation>Abholung</translation>
  </message>
  <message>
   <source>Special Orders</source>
   <translation>Sonderbestellungen</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Berichte</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Want List</source>
   <translation>Wunschliste</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>Departments</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>Tax Codes</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Tenders</source>
   <translation>Zahlungsarten</translation>
  </message>
  <message>
   <source>Employees</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>Getting Ready</source>
   <translation>Erste Schritte</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Prüfprotokoll</translation>
  </message>
 </context>
 <context>
  <name>PlanPage</name>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Rows: %v of %m</source>
   <translation>Zeilen: %v von %m</translation>
  </message>
  <message>
   <source>Cards that are on file</source>
   <translation>Bereits vorhandene Karten</translation>
  </message>
  <message>
   <source>Rows that look like a customer on file</source>
   <translation>Zeilen, die einem vorhandenen Kunden ähneln</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>In the File, or Before</source>
   <translation>In der Datei oder vorher</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Rows to Know Of</source>
   <translation>Zeilen, die man kennen sollte</translation>
  </message>
  <message>
   <source>&amp;Save This List…</source>
   <translation>Diese &amp;Liste speichern…</translation>
  </message>
  <message>
   <source>Every row comes in as it is.</source>
   <translation>Jede Zeile wird übernommen, wie sie ist.</translation>
  </message>
  <message>
   <source>{question} (rows: {count})</source>
   <translation>{question} (Zeilen: {count})</translation>
  </message>
  <message>
   <source>Such as: {examples}</source>
   <translation>Zum Beispiel: {examples}</translation>
  </message>
  <message>
   <source>Import of {file}</source>
   <translation>Import von {file}</translation>
  </message>
 </context>
 <context>
  <name>PostOrdersDialog</name>
  <message>
   <source>Purchase orders posted: {count}.</source>
   <translation>Gebuchte Bestellungen: {count}.</translation>
  </message>
  <message>
   <source>Post Working Orders</source>
   <translation>Bestellungen in Arbeit buchen</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Working Purchase Orders</source>
   <translation>Bestellungen in Arbeit</translation>
  </message>
  <message>
   <source>&amp;All</source>
   <translation>&amp;Alle</translation>
  </message>
  <message>
   <source>&amp;None</source>
   <translation>&amp;Keine</translation>
  </message>
  <message>
   <source>Each checked order is posted by itself, with what it brings to whom. Space checks one.</source>
   <translation>Jede angekreuzte Bestellung wird für sich gebucht, mit dem, was sie wem bringt. Die Leertaste kreuzt an.</translation>
  </message>
  <message>
   <source>There are no working purchase orders.</source>
   <translation>Es gibt keine Bestellungen in Arbeit.</translation>
  </message>
  <message>
   <source>Check at least one order.</source>
   <translation>Kreuzen Sie mindestens eine Bestellung an.</translation>
  </message>
  <message>
   <source>Posted: {posted}. Not posted: {refused}; the last column says why.</source>
   <translation>Gebucht: {posted}. Nicht gebucht: {refused}; die letzte Spalte sagt, warum.</translation>
  </message>
 </context>
 <context>
  <name>PostedPanel</name>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>New Backorders</source>
   <translation>Neue Rückstände</translation>
  </message>
  <message>
   <source>Mail Receipt…</source>
   <translation>Beleg mailen …</translation>
  </message>
  <message>
   <source>Mail Receipt</source>
   <translation>Beleg mailen</translation>
  </message>
  <message>
   <source>&amp;Print</source>
   <translation>Dr&amp;uck</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Druck</translation>
  </message>
  <message>
   <source>&amp;New Sale</source>
   <translation>&amp;Neu</translation>
  </message>
  <message>
   <source>New Sale</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>Paid Out</source>
   <translation>Ausgezahlt</translation>
  </message>
  <message>
   <source>{customer} waits for {quantity} of these: {item} (since {day})</source>
   <translation>{customer} wartet auf {quantity} davon: {item} (seit {day})</translation>
  </message>
  <message>
   <source>Set Aside</source>
   <translation>Zurücklegen</translation>
  </message>
  <message>
   <source>Set Aside for {customer}</source>
   <translation>Für {customer} zurücklegen</translation>
  </message>
  <message>
   <source>{item}: {question}</source>
   <translation>{item}: {question}</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Answer for {item}</source>
   <translation>Für {item} antworten</translation>
  </message>
  <message>
   <source>Needs Information: {question}</source>
   <translation>Auskunft nötig: {question}</translation>
  </message>
  <message>
   <source>Set aside for {customer}: {quantity} × {item}</source>
   <translation>Für {customer} zurückgelegt: {quantity} × {item}</translation>
  </message>
  <message>
   <source>Backorder {number}: {quantity} × {item}</source>
   <translation>Rückstand {number}: {quantity} × {item}</translation>
  </message>
 </context>
 <context>
  <name>Posting</name>
  <message>
   <source>The receiving log is posted.</source>
   <translation>Der Wareneingang ist gebucht.</translation>
  </message>
  <message>
   <source>The receiving log is posted. {trouble}</source>
   <translation>Der Wareneingang ist gebucht. {trouble}</translation>
  </message>
 </context>
 <context>
  <name>PostingLogIn</name>
  <message>
   <source>Who Posts?</source>
   <translation>Wer bucht?</translation>
  </message>
  <message>
   <source>Who Goes On?</source>
   <translation>Wer macht weiter?</translation>
  </message>
 </context>
 <context>
  <name>PracticeBand</name>
  <message>
   <source>PRACTICE</source>
   <translation>ÜBUNG</translation>
  </message>
  <message>
   <source>Nothing here is real.</source>
   <translation>Hier ist nichts echt.</translation>
  </message>
  <message>
   <source>First Hour</source>
   <translation>Erste Stunde</translation>
  </message>
  <message>
   <source>Leave Practice</source>
   <translation>Übung verlassen</translation>
  </message>
 </context>
 <context>
  <name>PracticeDialog</name>
  <message>
   <source>Practice</source>
   <translation>Übung</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>You work in a copy of this shop's items, customers, vendors and people, with your own PINs and no documents. Nothing there is real: every paper says PRACTICE, the drawer stays shut, no mail is sent and no card terminal is asked. The shop itself is not touched.</source>
   <translation>Sie arbeiten in einer Kopie der Artikel, Kunden, Lieferanten und Mitarbeiter dieses Ladens, mit Ihren eigenen PINs und ohne Belege. Nichts davon ist echt: Auf jedem Papier steht ÜBUNG, die Schublade bleibt zu, keine Mail geht hinaus und kein Kartenterminal wird gefragt. Der Laden selbst bleibt unberührt.</translation>
  </message>
  <message>
   <source>What is open here is closed first.</source>
   <translation>Was hier offen ist, wird vorher geschlossen.</translation>
  </message>
  <message>
   <source>Continue goes on with what you practiced. Start Anew throws it away and copies the cards again.</source>
   <translation>Fortsetzen führt weiter, was Sie geübt haben. Neu beginnen wirft es weg und kopiert die Karten noch einmal.</translation>
  </message>
  <message>
   <source>Start Anew</source>
   <translation>Neu beginnen</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source>Preferences</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Geschäft</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Scans</source>
   <translation>Scans</translation>
  </message>
  <message>
   <source>Special Orders</source>
   <translation>Sonderbestellungen</translation>
  </message>
  <message>
   <source>Ordering</source>
   <translation>Bestellwesen</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>Anzahlungen</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>Accounts</source>
   <translation>Konten</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Card Terminal</source>
   <translation>Kartenterminal</translation>
  </message>
  <message>
   <source>Mail</source>
   <translation>Mail</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Sounds</source>
   <translation>Töne</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Darstellung</translation>
  </message>
  <message>
   <source>{why} What applies only to you on this computer, you can change.</source>
   <translation>{why} Was nur für Sie an diesem Computer gilt, können Sie ändern.</translation>
  </message>
  <message>
   <source>Prices include tax</source>
   <translation>Preise enthalten die Steuer</translation>
  </message>
  <message>
   <source>Store Name</source>
   <translation>Name des Geschäfts</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Time Zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>Warnings</source>
   <translation>Warnungen</translation>
  </message>
  <message>
   <source>Warn when an item is out of stock</source>
   <translation>Warnen, wenn ein Artikel nicht vorrätig ist</translation>
  </message>
  <message>
   <source>When you sell more than is available, the till asks: back-order it, split the line, sell anyway, or cancel. With the warning off, the line is sold without asking.</source>
   <translation>Wenn Sie mehr verkaufen, als verfügbar ist, fragt die Kasse: in den Rückstand nehmen, die Position aufteilen, trotzdem verkaufen oder abbrechen. Ohne Warnung wird die Position ohne Frage verkauft.</translation>
  </message>
  <message>
   <source> percent</source>
   <translation> Prozent</translation>
  </message>
  <message>
   <source>Ask for a reason for a discount above</source>
   <translation>Nach einem Grund fragen bei Rabatt über</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>Rabatte</translation>
  </message>
  <message>
   <source>Not at all</source>
   <translation>Gar nicht</translation>
  </message>
  <message>
   <source>Round what is paid in cash to</source>
   <translation>Barzahlungen runden auf</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>Bargeld</translation>
  </message>
  <message>
   <source>A drawer opens only with a counted float</source>
   <translation>Eine Schublade öffnet nur mit gezähltem Wechselgeld</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>Why goods come back</source>
   <translation>Warum Waren zurückkommen</translation>
  </message>
  <message>
   <source>Without a receipt, a customer above</source>
   <translation>Ohne Beleg nur mit Kunde über</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source>Backorders are old after</source>
   <translation>Rückstände sind alt nach</translation>
  </message>
  <message>
   <source>Auto Order lists old backorders: as long as one is neither filled nor canceled, every order includes it.</source>
   <translation>Der Bestellvorschlag nennt alte Rückstände: Solange einer weder erledigt noch storniert ist, steht er in jeder Bestellung.</translation>
  </message>
  <message>
   <source> minutes</source>
   <translation> Minuten</translation>
  </message>
  <message>
   <source>Lock After</source>
   <translation>Sperren nach</translation>
  </message>
  <message>
   <source>After so many minutes without a key or click all windows are hidden until somebody types their PIN. Not in a shop where one person works.</source>
   <translation>Nach so vielen Minuten ohne Taste oder Klick werden alle Fenster verdeckt, bis jemand seine PIN eingibt. Nicht in einem Laden, in dem nur eine Person arbeitet.</translation>
  </message>
  <message>
   <source>Once</source>
   <translation>Einmal</translation>
  </message>
  <message>
   <source>Before each sale is posted</source>
   <translation>Vor dem Buchen jedes Verkaufs</translation>
  </message>
  <message>
   <source>After each sale is posted</source>
   <translation>Nach dem Buchen jedes Verkaufs</translation>
  </message>
  <message>
   <source>Ask for the PIN</source>
   <translation>PIN verlangen</translation>
  </message>
  <message>
   <source>Before or after each sale is for a till that several people share.</source>
   <translation>Vor oder nach jedem Verkauf ist für eine Kasse gedacht, die sich mehrere teilen.</translation>
  </message>
  <message>
   <source>Play sounds</source>
   <translation>Töne abspielen</translation>
  </message>
  <message>
   <source>Play Taken</source>
   <translation>Angenommen hören</translation>
  </message>
  <message>
   <source>A scan was taken.</source>
   <translation>Ein Scan wurde angenommen.</translation>
  </message>
  <message>
   <source>Play Not Taken</source>
   <translation>Nicht angenommen hören</translation>
  </message>
  <message>
   <source>A scan was not taken; it is in the list.</source>
   <translation>Ein Scan wurde nicht angenommen; er steht in der Liste.</translation>
  </message>
  <message>
   <source>Play Refused</source>
   <translation>Abgelehnt hören</translation>
  </message>
  <message>
   <source>What you entered was not taken.</source>
   <translation>Ihre Eingabe wurde nicht angenommen.</translation>
  </message>
  <message>
   <source>Play Question</source>
   <translation>Frage hören</translation>
  </message>
  <message>
   <source>Something is asked.</source>
   <translation>Etwas wird gefragt.</translation>
  </message>
  <message>
   <source>Applies only to you on this computer.</source>
   <translation>Gilt nur für Sie an diesem Computer.</translation>
  </message>
  <message>
   <source>This computer has none of the programs that play sounds: paplay, pw-play, aplay.</source>
   <translation>Dieser Computer hat keines der Programme, die Töne abspielen: paplay, pw-play, aplay.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Colors</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>As in the region</source>
   <translation>Wie in der Region</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Applies only to you on this computer; the language, when you start the program again.</source>
   <translation>Gilt nur für Sie an diesem Computer; die Sprache, wenn Sie das Programm neu starten.</translation>
  </message>
  <message>
   <source>The mail settings cannot be kept in a file that nobody else on this computer can read.</source>
   <translation>Die Mail-Einstellungen lassen sich nicht in einer Datei halten, die sonst niemand an diesem Computer lesen kann.</translation>
  </message>
  <message>
   <source>Row {row}: {why}</source>
   <translation>Zeile {row}: {why}</translation>
  </message>
 </context>
 <context>
  <name>PriceCheck</name>
  <message>
   <source>No Price</source>
   <translation>Kein Preis</translation>
  </message>
  <message>
   <source>{item} has no price. Sell it for nothing?</source>
   <translation>{item} hat keinen Preis. Kostenlos abgeben?</translation>
  </message>
  <message>
   <source>Sell for Nothing</source>
   <translation>Kostenlos abgeben</translation>
  </message>
  <message>
   <source>Enter the Price</source>
   <translation>Preis eingeben</translation>
  </message>
 </context>
 <context>
  <name>PrintJobsDialog</name>
  <message>
   <source>Receipt {number}</source>
   <translation>Bon {number}</translation>
  </message>
  <message>
   <source>Gift receipt {number}</source>
   <translation>Geschenkbon {number}</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Schublade</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>Purchase order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>Confirmation with invoice {number}</source>
   <translation>Bestätigung zu Rechnung {number}</translation>
  </message>
  <message>
   <source>X of a drawer</source>
   <translation>X einer Schublade</translation>
  </message>
  <message>
   <source>Z {number} of a drawer</source>
   <translation>Z {number} einer Schublade</translation>
  </message>
  <message>
   <source>Return to vendor {number}</source>
   <translation>Rücksendung {number}</translation>
  </message>
  <message>
   <source>Pick-up slip for {customer}</source>
   <translation>Abholschein für {customer}</translation>
  </message>
  <message>
   <source>Box labels for {customer}</source>
   <translation>Kistenetiketten für {customer}</translation>
  </message>
  <message>
   <source>Statement for {customer}</source>
   <translation>Kontoauszug für {customer}</translation>
  </message>
  <message>
   <source>a customer without a card</source>
   <translation>Kunden ohne Karte</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Being sent</source>
   <translation>Wird gesendet</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Gedruckt</translation>
  </message>
  <message>
   <source>Maybe printed</source>
   <translation>Vielleicht gedruckt</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>Nicht gedruckt</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>Gelöscht</translation>
  </message>
  <message>
   <source>Look at the paper, then press Again or Delete.</source>
   <translation>Sehen Sie auf das Papier und drücken Sie dann Nochmals oder Löschen.</translation>
  </message>
  <message>
   <source>Stopped on the way: {why}</source>
   <translation>Unterwegs abgebrochen: {why}</translation>
  </message>
  <message>
   <source>{why} It is tried again by itself.</source>
   <translation>{why} Es wird von selbst erneut versucht.</translation>
  </message>
  <message>
   <source>Print Jobs</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>&amp;Delete</source>
   <translation>&amp;Löschen</translation>
  </message>
  <message>
   <source>&amp;Other Printer…</source>
   <translation>Anderer &amp;Drucker…</translation>
  </message>
  <message>
   <source>&amp;Again</source>
   <translation>&amp;Nochmals</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Drucker</translation>
  </message>
  <message>
   <source>Nothing was printed yet.</source>
   <translation>Es wurde noch nichts gedruckt.</translation>
  </message>
 </context>
 <context>
  <name>PrintJobsSign</name>
  <message>
   <source>Not printed: {count}</source>
   <translation>Nicht gedruckt: {count}</translation>
  </message>
 </context>
 <context>
  <name>PrintPreviewDialog</name>
  <message>
   <source>Print Preview – {title}</source>
   <translation>Druckvorschau – {title}</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>S&amp;chließen</translation>
  </message>
  <message>
   <source>&amp;Save PDF…</source>
   <translation>&amp;PDF speichern …</translation>
  </message>
  <message>
   <source>Save PDF</source>
   <translation>PDF speichern</translation>
  </message>
  <message>
   <source>&amp;Print</source>
   <translation>&amp;Drucken</translation>
  </message>
  <message>
   <source>This computer has no printer. Save a PDF instead.</source>
   <translation>Dieser Computer hat keinen Drucker. Speichern Sie stattdessen ein PDF.</translation>
  </message>
  <message>
   <source>&amp;Receipt</source>
   <translation>&amp;Bon</translation>
  </message>
  <message>
   <source>&amp;Gift Receipt</source>
   <translation>&amp;Geschenkbon</translation>
  </message>
  <message>
   <source>A receipt without prices</source>
   <translation>Ein Bon ohne Preise</translation>
  </message>
  <message>
   <source>The printer did not take it. Look whether it is switched on, or choose another one.</source>
   <translation>Der Drucker hat es nicht angenommen. Sehen Sie nach, ob er eingeschaltet ist, oder wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>Neither the receipt printer nor any font on this computer has these letters: {letters}. Print their numbers instead?</source>
   <translation>Weder der Bondrucker noch eine Schrift dieses Computers hat diese Zeichen: {letters}. Sollen stattdessen ihre Nummern gedruckt werden?</translation>
  </message>
  <message>
   <source>Print Numbers</source>
   <translation>Nummern drucken</translation>
  </message>
  <message>
   <source>Do Not Print</source>
   <translation>Nicht drucken</translation>
  </message>
  <message>
   <source>Letters That Cannot Be Printed</source>
   <translation>Nicht druckbare Zeichen</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>{file} could not be saved. Choose a folder that you may write to and that has room.</source>
   <translation>{file} konnte nicht gespeichert werden. Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.</translation>
  </message>
 </context>
 <context>
  <name>PrintWorker</name>
  <message>
   <source>Too late to open the drawer.</source>
   <translation>Zu spät, um die Schublade zu öffnen.</translation>
  </message>
  <message>
   <source>These goods wait no more.</source>
   <translation>Diese Ware liegt nicht mehr bereit.</translation>
  </message>
  <message>
   <source>The log file says why.</source>
   <translation>Die Protokolldatei sagt, warum.</translation>
  </message>
  <message>
   <source>The printer does not answer.</source>
   <translation>Der Drucker antwortet nicht.</translation>
  </message>
 </context>
 <context>
  <name>PrintingPage</name>
  <message>
   <source>Receipt printer</source>
   <translation>Bondrucker</translation>
  </message>
  <message>
   <source>Network name or address, such as 192.168.1.50, or the path of a device or shared printer. The printer must understand ESC/POS. Applies only to you on this computer.</source>
   <translation>Netzwerkname oder Adresse, etwa 192.168.1.50, oder der Pfad eines Geräts oder freigegebenen Druckers. Der Drucker muss ESC/POS verstehen. Gilt nur für Sie an diesem Computer.</translation>
  </message>
  <message>
   <source>Print the receipt of each sale</source>
   <translation>Zu jedem Verkauf den Bon drucken</translation>
  </message>
  <message>
   <source>Open the drawer when cash moves</source>
   <translation>Schublade bei Bargeld öffnen</translation>
  </message>
  <message>
   <source>58 mm, 32 letters on a line</source>
   <translation>58 mm, 32 Zeichen je Zeile</translation>
  </message>
  <message>
   <source>80 mm, 42 letters on a line</source>
   <translation>80 mm, 42 Zeichen je Zeile</translation>
  </message>
  <message>
   <source>80 mm, 48 letters on a line</source>
   <translation>80 mm, 48 Zeichen je Zeile</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>No accents (ASCII)</source>
   <translation>Keine Umlaute (ASCII)</translation>
  </message>
  <message>
   <source>Printer’s letters</source>
   <translation>Zeichen des Druckers</translation>
  </message>
  <message>
   <source>What the printer has no letters for is printed as a picture. If accents come out as other signs, choose the table that the printer’s manual names, or no accents.</source>
   <translation>Wofür der Drucker keine Zeichen hat, wird als Bild gedruckt. Kommen Umlaute als andere Zeichen heraus, wählen Sie die Tabelle, die im Handbuch des Druckers steht, oder keine Umlaute.</translation>
  </message>
  <message>
   <source>Print a Test Receipt</source>
   <translation>Probebon drucken</translation>
  </message>
 </context>
 <context>
  <name>ProcessedInvoiceCard</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Trans Code</source>
   <translation>Vorgang</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>MwSt.</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Press Enter or double-click to open the item, or the backorder of a B line</source>
   <translation>Enter oder Doppelklick öffnet den Artikel, oder bei B-Positionen den Rückstand</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Save P&amp;DF…</source>
   <translation>&amp;PDF speichern …</translation>
  </message>
  <message>
   <source>Save PDF</source>
   <translation>PDF speichern</translation>
  </message>
  <message>
   <source>&amp;Print</source>
   <translation>Dr&amp;ucken</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Retur&amp;n Items…</source>
   <translation>Artikel zurücknehme&amp;n …</translation>
  </message>
  <message>
   <source>Return Items</source>
   <translation>Artikel zurücknehmen</translation>
  </message>
  <message>
   <source>M&amp;ail…</source>
   <translation>&amp;Mailen …</translation>
  </message>
  <message>
   <source>Mail Receipt</source>
   <translation>Beleg mailen</translation>
  </message>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>No customer was attached.</source>
   <translation>Es war kein Kunde zugeordnet.</translation>
  </message>
  <message>
   <source>Note: {note}</source>
   <translation>Notiz: {note}</translation>
  </message>
  <message>
   <source>This invoice sold nothing that could come back.</source>
   <translation>Mit dieser Rechnung wurde nichts verkauft, was zurückkommen könnte.</translation>
  </message>
  <message>
   <source>Processed Invoices</source>
   <translation>Gebuchte Rechnungen</translation>
  </message>
  <message>
   <source>Processed Invoice {number}</source>
   <translation>Gebuchte Rechnung {number}</translation>
  </message>
  <message>
   <source>Subtotal</source>
   <translation>Zwischensumme</translation>
  </message>
  <message>
   <source>Tax exempt, {number}</source>
   <translation>Steuerfrei, {number}</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Cash Rounding</source>
   <translation>Barzahlungsrundung</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Backorder {number}: {item}, {outstanding} of {ordered} outstanding</source>
   <translation>Rückstand {number}: {item}, {outstanding} von {ordered} ausstehend</translation>
  </message>
  <message>
   <source>No backorder of this invoice is outstanding.</source>
   <translation>Kein Rückstand dieser Rechnung ist ausstehend.</translation>
  </message>
 </context>
 <context>
  <name>ProcessedInvoices</name>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Processed Invoices</source>
   <translation>Gebuchte Rechnungen</translation>
  </message>
  <message>
   <source>Nothing has been posted yet. Invoices appear here once they are posted at the till.</source>
   <translation>Noch nichts gebucht. Rechnungen erscheinen hier, sobald sie an der Kasse gebucht sind.</translation>
  </message>
  <message>
   <source>Number, customer, item, serial no.</source>
   <translation>Nummer, Kunde, Artikel, Seriennr.</translation>
  </message>
  <message>
   <source>&amp;Invoice</source>
   <translation>&amp;Rechnung</translation>
  </message>
  <message>
   <source>&amp;Print…</source>
   <translation>Druc&amp;ken …</translation>
  </message>
  <message>
   <source>&amp;Save PDF…</source>
   <translation>&amp;PDF speichern …</translation>
  </message>
  <message>
   <source>&amp;Fill Backorders…</source>
   <translation>&amp;Rückstände bedienen …</translation>
  </message>
  <message>
   <source>&amp;Return Items…</source>
   <translation>Artikel zurücknehme&amp;n …</translation>
  </message>
  <message>
   <source>Re&amp;verse…</source>
   <translation>Rückab&amp;wickeln …</translation>
  </message>
  <message>
   <source>&amp;Duplicate</source>
   <translation>D&amp;uplizieren</translation>
  </message>
 </context>
 <context>
  <name>ProcessedOrderCard</name>
  <message>
   <source>Edit (F2)</source>
   <translation>Bearbeiten (F2)</translation>
  </message>
  <message>
   <source>Purchase Order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>{order} is posted. To send it to the vendor, mail it, print it or save it as a PDF.</source>
   <translation>{order} ist gebucht. Um sie dem Lieferanten zu schicken, mailen oder drucken Sie sie, oder speichern Sie sie als PDF.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Nothing on this order is still open.</source>
   <translation>In dieser Bestellung ist nichts mehr offen.</translation>
  </message>
  <message>
   <source>Nothing on this line is nobody's.</source>
   <translation>Auf dieser Position ist nichts ohne Kunden.</translation>
  </message>
  <message>
   <source>The order is changed. To tell the vendor, print change {sheet} or save it as a PDF.</source>
   <translation>Die Bestellung ist geändert. Um es dem Lieferanten zu sagen, drucken Sie Änderung {sheet} oder speichern Sie sie als PDF.</translation>
  </message>
  <message>
   <source>Print Change</source>
   <translation>Änderung drucken</translation>
  </message>
 </context>
 <context>
  <name>PutCreditDialog</name>
  <message>
   <source>Put Credit on a Backorder</source>
   <translation>Guthaben auf einen Rückstand legen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Credit: {amount}</source>
   <translation>Guthaben: {amount}</translation>
  </message>
  <message>
   <source>Choose a backorder</source>
   <translation>Rückstand wählen</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>{number}: {quantity} × {description}</source>
   <translation>{number}: {quantity} × {description}</translation>
  </message>
  <message>
   <source>{held} on deposit</source>
   <translation>{held} angezahlt</translation>
  </message>
 </context>
 <context>
  <name>QuantityStrip</name>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Canceled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>These figures do not add up. Run posim-desktop verify.</source>
   <translation>Diese Zahlen gehen nicht auf. Starten Sie posim-desktop verify.</translation>
  </message>
  <message>
   <source>{units} on order</source>
   <translation>{units} in Bestellung</translation>
  </message>
  <message>
   <source>{units} waiting for pick-up</source>
   <translation>{units} warten auf Abholung</translation>
  </message>
  <message>
   <source>{units} filled</source>
   <translation>{units} erledigt</translation>
  </message>
  <message>
   <source>Ordered {ordered} = Outstanding {outstanding} ({on_order} on order) + Received {received} ({waiting} waiting for pick-up, {filled} filled) + Canceled {canceled}</source>
   <translation>Bestellt {ordered} = Ausstehend {outstanding} ({on_order} in Bestellung) + Erhalten {received} ({waiting} warten auf Abholung, {filled} erledigt) + Storniert {canceled}</translation>
  </message>
 </context>
 <context>
  <name>QuickCustomerDialog</name>
  <message>
   <source>New Customer</source>
   <translation>Neuer Kunde</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>The ID is assigned automatically. You can fill in the rest on the Customer card later.</source>
   <translation>Die Nummer wird automatisch vergeben. Den Rest können Sie später auf der Kundenkarte ergänzen.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Neighbors</source>
   <translation>Nachbarn</translation>
  </message>
 </context>
 <context>
  <name>ReachBy</name>
  <message>
   <source>Anyhow</source>
   <translation>egal wie</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Second phone</source>
   <translation>Zweites Telefon</translation>
  </message>
  <message>
   <source>Text message</source>
   <translation>Textnachricht</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
 </context>
 <context>
  <name>ReadingPage</name>
  <message>
   <source>First Rows as Cards</source>
   <translation>Die ersten Zeilen als Karten</translation>
  </message>
  <message>
   <source>The File Holds</source>
   <translation>Die Datei enthält</translation>
  </message>
  <message>
   <source>One Row Is</source>
   <translation>Eine Zeile ist</translation>
  </message>
  <message>
   <source>Decimal Sign</source>
   <translation>Dezimalzeichen</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>Zeichenkodierung</translation>
  </message>
  <message>
   <source>Between Cells</source>
   <translation>Zwischen den Zellen</translation>
  </message>
  <message>
   <source>Too few columns are known for this. Choose what the file holds, or say below what they are.</source>
   <translation>Dafür sind zu wenige Spalten bekannt. Wählen Sie, was die Datei enthält, oder geben Sie unten an, was die Spalten sind.</translation>
  </message>
  <message>
   <source>The encoding is not certain: look whether these are spelled right: {examples}</source>
   <translation>Die Zeichenkodierung ist nicht sicher. Prüfen Sie, ob dies richtig geschrieben ist: {examples}</translation>
  </message>
  <message>
   <source>The decimal sign is not certain; it could be either in: {examples}</source>
   <translation>Das Dezimalzeichen ist nicht sicher; beides ist möglich in: {examples}</translation>
  </message>
 </context>
 <context>
  <name>ReadyCard</name>
  <message>
   <source>Skip</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Do It After All</source>
   <translation>Doch machen</translation>
  </message>
 </context>
 <context>
  <name>ReceiptPage</name>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Tax Number</source>
   <translation>Steuernummer</translation>
  </message>
  <message>
   <source>Begins With</source>
   <translation>Beginnt mit</translation>
  </message>
  <message>
   <source>Ends With</source>
   <translation>Endet mit</translation>
  </message>
  <message>
   <source>Such as your returns policy. Name and address come from Store.</source>
   <translation>Etwa Ihre Rückgabebedingungen. Name und Adresse kommen aus dem Geschäft.</translation>
  </message>
  <message>
   <source>Example of a receipt</source>
   <translation>Beispiel eines Bons</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Auswählen…</translation>
  </message>
  <message>
   <source>Choose a logo</source>
   <translation>Logo auswählen</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove the logo</source>
   <translation>Logo entfernen</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>Pictures ({kinds})</source>
   <translation>Bilder ({kinds})</translation>
  </message>
  <message>
   <source>{file} cannot be read: {why}.</source>
   <translation>{file} kann nicht gelesen werden: {why}.</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern…</translation>
  </message>
  <message>
   <source>Enamel kettle</source>
   <translation>Emaillierter Kessel</translation>
  </message>
  <message>
   <source>Sam</source>
   <translation>Sam</translation>
  </message>
 </context>
 <context>
  <name>ReceiptTest</name>
  <message>
   <source>Test receipt</source>
   <translation>Probebon</translation>
  </message>
  <message>
   <source>If you can read this, receipts will come out like it.</source>
   <translation>Wenn Sie das lesen können, kommen die Bons so heraus.</translation>
  </message>
  <message>
   <source>The log file says why.</source>
   <translation>Warum, steht in der Protokolldatei.</translation>
  </message>
  <message>
   <source>It was not printed: {why}</source>
   <translation>Nicht gedruckt: {why}</translation>
  </message>
  <message>
   <source>The printer took the test receipt.</source>
   <translation>Der Drucker hat den Probebon angenommen.</translation>
  </message>
 </context>
 <context>
  <name>ReceivingLogCard</name>
  <message>
   <source>Receiving Log</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>This receiving log was posted on another workstation.</source>
   <translation>Dieser Wareneingang wurde an einem anderen Arbeitsplatz gebucht.</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Receiving Log {number}</source>
   <translation>Wareneingang {number}</translation>
  </message>
  <message>
   <source>Receiving Log for PO {number}</source>
   <translation>Wareneingang zu Bestellung {number}</translation>
  </message>
  <message>
   <source>Replace the counts with the quantities ordered?</source>
   <translation>Die Zählung durch die bestellten Mengen ersetzen?</translation>
  </message>
  <message>
   <source>All as Ordered</source>
   <translation>Alles wie bestellt</translation>
  </message>
  <message>
   <source>Set everything counted so far to 0?</source>
   <translation>Alles bisher Gezählte auf 0 setzen?</translation>
  </message>
  <message>
   <source>Count from Zero</source>
   <translation>Ab null zählen</translation>
  </message>
  <message>
   <source>Discard this receiving log? Nothing will be received; the goods stay on order.</source>
   <translation>Diesen Wareneingang verwerfen? Nichts wird eingebucht; die Ware bleibt bestellt.</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Correction {number} is posted.</source>
   <translation>Berichtigung {number} ist gebucht.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Nothing on this log is from a purchase order.</source>
   <translation>Nichts in diesem Wareneingang ist aus einer Bestellung.</translation>
  </message>
  <message>
   <source>There are no lines yet.</source>
   <translation>Es gibt noch keine Positionen.</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Choose a line first.</source>
   <translation>Wählen Sie zuerst eine Position.</translation>
  </message>
  <message>
   <source>This receiving log was discarded on another workstation.</source>
   <translation>Dieser Wareneingang wurde an einem anderen Arbeitsplatz verworfen.</translation>
  </message>
 </context>
 <context>
  <name>ReceivingLogs</name>
  <message>
   <source>Receiving Logs</source>
   <translation>Wareneingänge</translation>
  </message>
  <message>
   <source>There are no receiving logs.

When a delivery arrives, press Add and choose its purchase order, or the vendor if it came without one.</source>
   <translation>Es gibt keine Wareneingänge.

Wenn eine Lieferung kommt, drücken Sie Hinzufügen und wählen die Bestellung, oder den Lieferanten, wenn sie ohne Bestellung kam.</translation>
  </message>
  <message>
   <source>Number, vendor, vendor invoice, PO or item</source>
   <translation>Nummer, Lieferant, Lieferantenrechnung, Bestellung oder Artikel</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Received On</source>
   <translation>Erhalten am</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Purchase Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Vendor Invoice</source>
   <translation>Lieferantenrechnung</translation>
  </message>
 </context>
 <context>
  <name>RecordsBanner</name>
  <message>
   <source>The database lacks something that protects the records. Do not sell or receive here until whoever looks after the database has looked at it. Nothing was changed.</source>
   <translation>Der Datenbank fehlt etwas, das die Aufzeichnungen schützt. Verkaufen Sie hier nicht und nehmen Sie keine Ware an, bis nachgesehen hat, wer die Datenbank betreut. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Some of the shop's newest records do not agree with each other. You can go on selling; nothing was changed. Tell whoever looks after the database today, and have the whole shop verified.</source>
   <translation>Einige der neuesten Aufzeichnungen des Ladens stimmen nicht überein. Sie können weiter verkaufen; es wurde nichts geändert. Sagen Sie es noch heute der Person, die die Datenbank betreut, und lassen Sie den ganzen Laden prüfen.</translation>
  </message>
  <message>
   <source>Verify…</source>
   <translation>Prüfen …</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>Reference</source>
   <translation>Belegnummer</translation>
  </message>
  <message>
   <source>Take</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Another Tender</source>
   <translation>Andere Zahlungsart</translation>
  </message>
  <message>
   <source>{amount} by {tender}. Its refere&amp;nce:</source>
   <translation>{amount}, {tender}. Beleg&amp;nummer:</translation>
  </message>
 </context>
 <context>
  <name>RefundCreditDialog</name>
  <message>
   <source>Refund Credit</source>
   <translation>Guthaben auszahlen</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>Erstatten</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Credit of {customer}: {amount}</source>
   <translation>Guthaben von {customer}: {amount}</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Refund By</source>
   <translation>Erstatten mit</translation>
  </message>
 </context>
 <context>
  <name>Refusals</name>
  <message>
   <source>A department asks at most {most:count} questions.</source>
   <translation>Eine Warengruppe stellt höchstens {most:count} Fragen.</translation>
  </message>
  <message>
   <source>A stock adjustment has to be signed for: add an employee and log in first.</source>
   <translation>Für eine Bestandskorrektur muss jemand unterschreiben: Legen Sie einen Mitarbeiter an, und melden Sie sich zuerst an.</translation>
  </message>
  <message>
   <source>This shop has already been set up. Log in instead.</source>
   <translation>Dieses Geschäft ist schon eingerichtet. Melden Sie sich stattdessen an.</translation>
  </message>
  <message>
   <source>This approval was used already. Ask for another one.</source>
   <translation>Diese Genehmigung wurde schon benutzt. Bitten Sie um eine neue.</translation>
  </message>
  <message>
   <source>{name:person} may not do this either. Ask somebody else.</source>
   <translation>{name:person} darf das auch nicht. Fragen Sie jemand anderen.</translation>
  </message>
  <message>
   <source>{name:person} already has this badge.</source>
   <translation>{name:person} hat diesen Ausweis schon.</translation>
  </message>
  <message>
   <source>{barcode} is the ID of {item} and cannot be a barcode.</source>
   <translation>{barcode} ist die Nummer von {item} und kann kein Barcode sein.</translation>
  </message>
  <message>
   <source>{item} already has the barcode {barcode}.</source>
   <translation>{item} hat den Barcode {barcode} schon.</translation>
  </message>
  <message>
   <source>This role may do more than yours. Only somebody who may do as much can give or change it.</source>
   <translation>Diese Rolle darf mehr als Ihre. Nur wer genauso viel darf, kann sie vergeben oder ändern.</translation>
  </message>
  <message>
   <source>This {card:word} is already archived.</source>
   <translation>Diese Karte ({card:word}) ist schon archiviert.</translation>
  </message>
  <message>
   <source>{card:Word} {code} is archived. Bring it back before using it.</source>
   <translation>{card:Word} {code} ist archiviert. Holen Sie die Karte zurück, bevor Sie sie verwenden.</translation>
  </message>
  <message>
   <source>This {card:word} was changed while you had it open. Check it again, then make your change.</source>
   <translation>Diese Karte ({card:word}) wurde geändert, während Sie sie offen hatten. Prüfen Sie sie, und machen Sie dann Ihre Änderung.</translation>
  </message>
  <message>
   <source>This {card:word} was changed by {by:person} at {workstation} while you had it open. Check it again, then make your change.</source>
   <translation>Diese Karte ({card:word}) wurde von {by:person} an {workstation} geändert, während Sie sie offen hatten. Prüfen Sie sie, und machen Sie dann Ihre Änderung.</translation>
  </message>
  <message>
   <source>This {card:word} was deleted.</source>
   <translation>Diese Karte ({card:word}) wurde gelöscht.</translation>
  </message>
  <message>
   <source>This {card:word} was deleted by {by:person} at {workstation}.</source>
   <translation>Diese Karte ({card:word}) wurde von {by:person} an {workstation} gelöscht.</translation>
  </message>
  <message>
   <source>This {card:word} is not archived.</source>
   <translation>Diese Karte ({card:word}) ist nicht archiviert.</translation>
  </message>
  <message>
   <source>Choose an employee who still works here.</source>
   <translation>Wählen Sie einen Mitarbeiter, der noch hier arbeitet.</translation>
  </message>
  <message>
   <source>Choose a {card:word} that is on file and not archived.</source>
   <translation>{card:Word}: Wählen Sie eine Karte, die es gibt und die nicht archiviert ist.</translation>
  </message>
  <message>
   <source>{card:Word} ID {code} is given twice.</source>
   <translation>{card:Word}: Die Nummer {code} ist doppelt vergeben.</translation>
  </message>
  <message>
   <source>{label:word} cannot contain a *, because 3*ID means three of an item.</source>
   <translation>{label:word} darf kein * enthalten, denn 3*Nummer heißt drei Stück eines Artikels.</translation>
  </message>
  <message>
   <source>{card:Word} ID {code} is on an archived card. Bring that card back or choose another ID.</source>
   <translation>{card:Word}: Die Nummer {code} steht auf einer archivierten Karte. Holen Sie diese zurück, oder wählen Sie eine andere Nummer.</translation>
  </message>
  <message>
   <source>{card:Word} ID {code} is taken.</source>
   <translation>{card:Word}: Die Nummer {code} ist vergeben.</translation>
  </message>
  <message>
   <source>Enter the quantity counted.</source>
   <translation>Geben Sie die gezählte Menge ein.</translation>
  </message>
  <message>
   <source>Goods were set aside for this customer just now. Merge the cards again.</source>
   <translation>Für diesen Kunden wurde eben Ware zurückgelegt. Führen Sie die Karten noch einmal zusammen.</translation>
  </message>
  <message>
   <source>Customer {code} asked to be forgotten: nothing more is kept about them.</source>
   <translation>Kunde {code} wollte vergessen werden: Es wird nichts mehr über ihn aufbewahrt.</translation>
  </message>
  <message>
   <source>The shop holds money for this customer, or is owed some. Settle that first.</source>
   <translation>Der Laden hat Geld dieses Kunden oder bekommt noch welches. Bringen Sie das zuerst in Ordnung.</translation>
  </message>
  <message>
   <source>This customer has documents that are not posted yet: {count:count}. Post or discard them first.</source>
   <translation>Dieser Kunde hat Belege, die noch nicht gebucht sind: {count:count}. Buchen oder verwerfen Sie diese zuerst.</translation>
  </message>
  <message>
   <source>Type the customer's ID, {code}, to go on.</source>
   <translation>Geben Sie zum Fortfahren die Kundennummer {code} ein.</translation>
  </message>
  <message>
   <source>Choose another card than this one.</source>
   <translation>Wählen Sie eine andere Karte als diese.</translation>
  </message>
  <message>
   <source>Backorders of this customer are still open: {count:count}. Fill or cancel them first.</source>
   <translation>Rückstände dieses Kunden sind noch offen: {count:count}. Bedienen oder stornieren Sie diese zuerst.</translation>
  </message>
  <message>
   <source>Customer {code} was merged into another card. Use that card instead.</source>
   <translation>Kunde {code} wurde mit einer anderen Karte zusammengeführt. Nehmen Sie stattdessen jene Karte.</translation>
  </message>
  <message>
   <source>This customer is not on file.</source>
   <translation>Diesen Kunden gibt es nicht.</translation>
  </message>
  <message>
   <source>The shop's first employee must be its Owner, who can add the others.</source>
   <translation>Der erste Mitarbeiter des Geschäfts muss die Rolle „Inhaber“ haben und kann dann die anderen anlegen.</translation>
  </message>
  <message>
   <source>{barcode} is a barcode of {item} and cannot be an ID.</source>
   <translation>{barcode} ist ein Barcode von {item} und kann keine Nummer sein.</translation>
  </message>
  <message>
   <source>This item was deleted.</source>
   <translation>Dieser Artikel wurde gelöscht.</translation>
  </message>
  <message>
   <source>This item is not on file.</source>
   <translation>Diesen Artikel gibt es nicht.</translation>
  </message>
  <message>
   <source>Log in first.</source>
   <translation>Melden Sie sich zuerst an.</translation>
  </message>
  <message>
   <source>Min Stock ({least:quantity}) is more than Max Stock ({most:quantity}).</source>
   <translation>Der Mindestbestand ({least:quantity}) ist größer als der Maximalbestand ({most:quantity}).</translation>
  </message>
  <message>
   <source>Only {on_hand:quantity} on hand.</source>
   <translation>Nur {on_hand:quantity} im Bestand.</translation>
  </message>
  <message>
   <source>This item is not stocked: there is never any on hand.</source>
   <translation>Dieser Artikel wird ohne Bestand geführt: Es ist nie etwas davon da.</translation>
  </message>
  <message>
   <source>Your role ({role:role}) may not {permission:deeds}. Ask somebody who may.</source>
   <translation>Ihre Rolle ({role:role}) erlaubt das nicht: {permission:deeds}. Fragen Sie jemanden, der es darf.</translation>
  </message>
  <message>
   <source>An email address looks like name@example.com.</source>
   <translation>Eine E-Mail-Adresse sieht aus wie name@example.com.</translation>
  </message>
  <message>
   <source>This employee no longer works here. Log in as somebody else.</source>
   <translation>Dieser Mitarbeiter arbeitet nicht mehr hier. Melden Sie sich mit einem anderen Namen an.</translation>
  </message>
  <message>
   <source>This is the only Owner with a PIN. Make another employee an Owner and give them a PIN first.</source>
   <translation>Dies ist der einzige Mitarbeiter mit der Rolle „Inhaber“, der eine PIN hat. Geben Sie zuerst einem anderen die Rolle und eine PIN.</translation>
  </message>
  <message>
   <source>Opening stock has to be signed for: add an employee and log in first.</source>
   <translation>Für Anfangsbestände muss jemand unterschreiben: Legen Sie einen Mitarbeiter an, und melden Sie sich zuerst an.</translation>
  </message>
  <message>
   <source>To change your own PIN, type the one you have first.</source>
   <translation>Um Ihre eigene PIN zu ändern, tippen Sie zuerst die alte ein.</translation>
  </message>
  <message>
   <source>To sign with another name, that person types their PIN.</source>
   <translation>Um mit einem anderen Namen zu unterschreiben, gibt diese Person ihre PIN ein.</translation>
  </message>
  <message>
   <source>An Owner may do everything; this role cannot be changed.</source>
   <translation>Inhaber dürfen alles; diese Rolle lässt sich nicht ändern.</translation>
  </message>
  <message>
   <source>This is another PIN than the first. Type the same PIN twice.</source>
   <translation>Das ist eine andere PIN als die erste. Tippen Sie zweimal dieselbe ein.</translation>
  </message>
  <message>
   <source>Log in with the PIN.</source>
   <translation>Melden Sie sich mit der PIN an.</translation>
  </message>
  <message>
   <source>This PIN was just changed. Type the new one.</source>
   <translation>Diese PIN wurde gerade geändert. Tippen Sie die neue ein.</translation>
  </message>
  <message>
   <source>A PIN has {least:count} to {most:count} digits.</source>
   <translation>Eine PIN hat {least:count} bis {most:count} Ziffern.</translation>
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {seconds:count} seconds.</source>
   <translation>Zu viele falsche PINs. Versuchen Sie es in {seconds:count} Sekunden wieder.</translation>
  </message>
  <message>
   <source>{name:person} has no PIN yet. Whoever may edit employees gives one on the Employee card.</source>
   <translation>{name:person} hat noch keine PIN. Wer Mitarbeiter bearbeiten darf, gibt eine auf der Mitarbeiterkarte.</translation>
  </message>
  <message>
   <source>A PIN is made of digits only.</source>
   <translation>Eine PIN besteht nur aus Ziffern.</translation>
  </message>
  <message>
   <source>This is not the PIN.</source>
   <translation>Das ist nicht die PIN.</translation>
  </message>
  <message>
   <source>This PIN is tried first by everybody. Choose one that is no run like 1234 and not all the same.</source>
   <translation>Diese PIN probiert jeder zuerst. Wählen Sie eine, die keine Reihe wie 1234 ist und nicht aus gleichen Ziffern besteht.</translation>
  </message>
  <message>
   <source>This role is still held by {names:list}. Give them another one first.</source>
   <translation>Diese Rolle haben noch: {names:list}. Geben Sie ihnen zuerst eine andere.</translation>
  </message>
  <message>
   <source>Another role is called {name} already.</source>
   <translation>Eine andere Rolle heißt bereits {name}.</translation>
  </message>
  <message>
   <source>A tax code is made of one to {most:count} taxes.</source>
   <translation>Ein Steuerschlüssel besteht aus einer bis {most:count} Steuern.</translation>
  </message>
  <message>
   <source>Two taxes of this code are called {name}.</source>
   <translation>Zwei Steuern dieses Schlüssels heißen {name}.</translation>
  </message>
  <message>
   <source>New items get this tax code. Choose another one in the preferences first.</source>
   <translation>Neue Artikel bekommen diesen Steuerschlüssel. Wählen Sie zuerst in den Einstellungen einen anderen.</translation>
  </message>
  <message>
   <source>This item is not stocked and never received: ask for its serial numbers at the sale only.</source>
   <translation>Dieser Artikel wird nicht im Bestand geführt und nie geliefert: Fragen Sie seine Seriennummern nur beim Verkauf ab.</translation>
  </message>
  <message>
   <source>Only what is paid in cash is rounded.</source>
   <translation>Nur was bar bezahlt wird, wird gerundet.</translation>
  </message>
  <message>
   <source>A tender stays of its kind. Archive this one and add another.</source>
   <translation>Eine Zahlungsart bleibt von ihrer Art. Archivieren Sie diese und legen Sie eine andere an.</translation>
  </message>
  <message>
   <source>The shop takes nothing else. Add or bring back another tender first.</source>
   <translation>Das Geschäft nimmt nichts anderes an. Legen Sie zuerst eine andere Zahlungsart an oder holen Sie eine zurück.</translation>
  </message>
  <message>
   <source>Another tender is called {name} already.</source>
   <translation>Eine andere Zahlungsart heißt schon {name}.</translation>
  </message>
  <message>
   <source>Pay has room for {most:count} tenders. Archive one that nobody uses first.</source>
   <translation>Beim Bezahlen ist Platz für {most:count} Zahlungsarten. Archivieren Sie zuerst eine, die niemand benutzt.</translation>
  </message>
  <message>
   <source>Whether an item is stocked can be changed only while none of it is on hand ({on_hand:quantity}), set aside ({set_aside:quantity}), on order ({on_order:quantity}) or owed ({backordered:quantity}), and no working document names it ({documents:count}).</source>
   <translation>Ob ein Artikel mit Bestand geführt wird, kann nur geändert werden, solange nichts davon da ({on_hand:quantity}), zurückgelegt ({set_aside:quantity}), in Bestellung ({on_order:quantity}) oder im Rückstand ({backordered:quantity}) ist und ihn kein Beleg in Arbeit nennt ({documents:count}).</translation>
  </message>
  <message>
   <source>“{typed}” is no pack. Type how many, then *, then the barcode: 12*5012345678900.</source>
   <translation>„{typed}“ ist kein Gebinde. Geben Sie die Anzahl ein, dann *, dann den Barcode: 12*5012345678900.</translation>
  </message>
  <message>
   <source>The barcode {barcode} is listed with two different quantities.</source>
   <translation>Der Barcode {barcode} steht mit zwei verschiedenen Mengen in der Liste.</translation>
  </message>
  <message>
   <source>An item has at most {most:count} barcodes.</source>
   <translation>Ein Artikel hat höchstens {most:count} Barcodes.</translation>
  </message>
  <message>
   <source>An item has at most {most:count} other vendors.</source>
   <translation>Ein Artikel hat höchstens {most:count} weitere Lieferanten.</translation>
  </message>
  <message>
   <source>Enter 0 to {most:count} days, or nothing.</source>
   <translation>Geben Sie 0 bis {most:count} Tage ein oder nichts.</translation>
  </message>
  <message>
   <source>A vendor is on this card twice.</source>
   <translation>Ein Lieferant steht zweimal auf dieser Karte.</translation>
  </message>
  <message>
   <source>On Hand cannot be more than {most:limit}.</source>
   <translation>Der Bestand kann nicht größer als {most:limit} sein.</translation>
  </message>
  <message>
   <source>This vendor is not on file.</source>
   <translation>Diesen Lieferanten gibt es nicht.</translation>
  </message>
  <message>
   <source>Only this computer uses its drawer, and that is still open. Count and close it first.</source>
   <translation>Nur dieser Computer benutzt seine Schublade, und die ist noch offen. Zählen Sie sie zuerst, und schließen Sie den Tag ab.</translation>
  </message>
  <message>
   <source>The drawer is not counted. Count it first.</source>
   <translation>Die Schublade ist nicht gezählt. Zählen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>An X says what was so when it was asked for. Print a new one in Misc › Drawer.</source>
   <translation>Ein X sagt, was galt, als es verlangt wurde. Drucken Sie ein neues unter Verschiedenes › Kassenlade.</translation>
  </message>
  <message>
   <source>The day was closed meanwhile. Print its Z in Misc › Drawer.</source>
   <translation>Der Tag wurde inzwischen abgeschlossen. Drucken Sie sein Z unter Verschiedenes › Kassenlade.</translation>
  </message>
  <message>
   <source>A day has a Z once it is closed.</source>
   <translation>Ein Tag hat ein Z, sobald er abgeschlossen ist.</translation>
  </message>
  <message>
   <source>This day is closed and can no longer be changed.</source>
   <translation>Dieser Tag ist abgeschlossen und kann nicht mehr geändert werden.</translation>
  </message>
  <message>
   <source>The drawer is counted, so nothing can be paid here now. Close it, or choose Count Again, in Misc › Drawer.</source>
   <translation>Die Schublade ist gezählt, deshalb kann hier jetzt nichts bezahlt werden. Schließen Sie den Tag ab, oder wählen Sie Neu zählen, unter Verschiedenes › Kassenlade.</translation>
  </message>
  <message>
   <source>The drawer is open already.</source>
   <translation>Die Schublade ist schon eröffnet.</translation>
  </message>
  <message>
   <source>The drawer is closed. Count its float and open it first, in Misc › Drawer.</source>
   <translation>Die Schublade ist geschlossen. Zählen Sie zuerst ihr Wechselgeld, und eröffnen Sie sie unter Verschiedenes › Kassenlade.</translation>
  </message>
  <message>
   <source>{left:money} was left in the drawer. Say why another float is in it.</source>
   <translation>{left:money} blieben in der Schublade. Sagen Sie, warum ein anderes Wechselgeld darin ist.</translation>
  </message>
  <message>
   <source>Only {counted:money} was counted. No more than that can stay in the drawer.</source>
   <translation>Nur {counted:money} wurden gezählt. Mehr kann nicht in der Schublade bleiben.</translation>
  </message>
  <message>
   <source>This computer belongs to Office, where there is no cash. Choose a drawer for it in Misc › Drawer.</source>
   <translation>Dieser Computer gehört zum Büro, wo es kein Bargeld gibt. Wählen Sie für ihn eine Schublade unter Verschiedenes › Kassenlade.</translation>
  </message>
  <message>
   <source>This day of a drawer does not exist.</source>
   <translation>Diesen Kassentag gibt es nicht.</translation>
  </message>
  <message>
   <source>This drawer does not exist.</source>
   <translation>Diese Schublade gibt es nicht.</translation>
  </message>
  <message>
   <source>Count from 0 to {most:count} of each note and coin.</source>
   <translation>Tragen Sie für jeden Schein und jede Münze 0 bis {most:count} ein.</translation>
  </message>
  <message>
   <source>A card terminal at this drawer has not said yet whether it took the money. Say so in Pay first.</source>
   <translation>Ein Kartenterminal an dieser Schublade hat noch nicht gesagt, ob es das Geld eingezogen hat. Sagen Sie es zuerst beim Bezahlen.</translation>
  </message>
  <message>
   <source>The amount cannot be below zero here.</source>
   <translation>Der Betrag kann hier nicht unter null liegen.</translation>
  </message>
  <message>
   <source>Enter an amount of money.</source>
   <translation>Geben Sie einen Geldbetrag ein.</translation>
  </message>
  <message>
   <source>An amount can have at most {places:count} decimal places.</source>
   <translation>Ein Betrag hat höchstens {places:count} Nachkommastellen.</translation>
  </message>
  <message>
   <source>Amounts have no decimal places in this shop.</source>
   <translation>Beträge haben in diesem Geschäft keine Nachkommastellen.</translation>
  </message>
  <message>
   <source>An amount can be at most {most:money}.</source>
   <translation>Ein Betrag kann höchstens {most:money} sein.</translation>
  </message>
  <message>
   <source>A unit cost is between zero and {most:money}.</source>
   <translation>Ein EK-Preis liegt zwischen null und {most:money}.</translation>
  </message>
  <message>
   <source>The amounts of this shop have {places:count} decimal places; that cannot be changed any more.</source>
   <translation>Die Beträge dieses Geschäfts haben {places:count} Nachkommastellen; das lässt sich nicht mehr ändern.</translation>
  </message>
  <message>
   <source>A unit cost can have at most {places:count} decimal places.</source>
   <translation>Ein EK-Preis hat höchstens {places:count} Nachkommastellen.</translation>
  </message>
  <message>
   <source>This was already done, with different content. Start it again.</source>
   <translation>Das wurde schon getan, mit anderem Inhalt. Beginnen Sie noch einmal.</translation>
  </message>
  <message>
   <source>“{typed}” could be {whole} or {part}; enter one of these.</source>
   <translation>„{typed}“ kann {whole} oder {part} heißen; geben Sie eines davon ein.</translation>
  </message>
  <message>
   <source>Enter or scan an item after the *.</source>
   <translation>Geben Sie nach dem * einen Artikel ein, oder scannen Sie ihn.</translation>
  </message>
  <message>
   <source>Correct the marked cell first: {cell:refusal}</source>
   <translation>Berichtigen Sie zuerst die markierte Zelle: {cell:refusal}</translation>
  </message>
  <message>
   <source>More than one {noun} matches “{typed}”. Choose one from the list.</source>
   <translation>„{typed}“ passt mehrfach ({noun}). Wählen Sie aus der Liste.</translation>
  </message>
  <message>
   <source>“{typed}” is not a date. Enter it like {example:day}.</source>
   <translation>„{typed}“ ist kein Datum. Schreiben Sie es so: {example:day}.</translation>
  </message>
  <message>
   <source>“{typed}” is not a number.</source>
   <translation>„{typed}“ ist keine Zahl.</translation>
  </message>
  <message>
   <source>This has not been saved. Press Enter twice to try again.</source>
   <translation>Das ist nicht gespeichert. Drücken Sie zweimal Enter, um es noch einmal zu versuchen.</translation>
  </message>
  <message>
   <source>This day is before the first one.</source>
   <translation>Dieser Tag liegt vor dem ersten.</translation>
  </message>
  <message>
   <source>Several items may be meant, and none was chosen.</source>
   <translation>Mehrere Artikel können gemeint sein, und keiner wurde gewählt.</translation>
  </message>
  <message>
   <source>No item has this code.</source>
   <translation>Kein Artikel hat diesen Code.</translation>
  </message>
  <message>
   <source>Nothing on file looks like this code. Type part of the item's description.</source>
   <translation>Kein Artikel ähnelt diesem Code. Geben Sie einen Teil der Beschreibung ein.</translation>
  </message>
  <message>
   <source>No item matches “{typed}”.</source>
   <translation>Kein Artikel passt zu „{typed}“.</translation>
  </message>
  <message>
   <source>More than one card matches “{typed}”. Type more of it.</source>
   <translation>Mehr als eine Karte passt zu „{typed}“. Geben Sie mehr davon ein.</translation>
  </message>
  <message>
   <source>There is no {noun} “{typed}”. Choose one from the list.</source>
   <translation>{noun}: „{typed}“ gibt es nicht. Wählen Sie aus der Liste.</translation>
  </message>
  <message>
   <source>There is no time zone “{typed}”.</source>
   <translation>Die Zeitzone „{typed}“ gibt es nicht.</translation>
  </message>
  <message>
   <source>Enter a number.</source>
   <translation>Geben Sie eine Zahl ein.</translation>
  </message>
  <message>
   <source>The program locks after 1 to {most:count} minutes; 0 means never.</source>
   <translation>Das Programm sperrt nach 1 bis {most:count} Minuten; 0 heißt nie.</translation>
  </message>
  <message>
   <source>There is no currency “{typed}”. Choose one of the list.</source>
   <translation>Es gibt keine Währung „{typed}“. Wählen Sie eine aus der Liste.</translation>
  </message>
  <message>
   <source>Money has 0, 2 or 3 decimal places.</source>
   <translation>Geld hat 0, 2 oder 3 Nachkommastellen.</translation>
  </message>
  <message>
   <source>Cash cannot be rounded like this. Choose one of the list.</source>
   <translation>So kann Bargeld nicht gerundet werden. Wählen Sie etwas aus der Liste.</translation>
  </message>
  <message>
   <source>A backorder counts as old after 1 to {most:count} days.</source>
   <translation>Ein Rückstand gilt nach 1 bis {most:count} Tagen als alt.</translation>
  </message>
  <message>
   <source>Enter a percentage without decimals, such as 25%.</source>
   <translation>Geben Sie einen Prozentsatz ohne Nachkommastellen ein, etwa 25%.</translation>
  </message>
  <message>
   <source>A percentage is between 0 and 100, with at most 2 decimal places.</source>
   <translation>Ein Prozentsatz liegt zwischen 0 und 100 und hat höchstens 2 Nachkommastellen.</translation>
  </message>
  <message>
   <source>The customer wants it in one piece. Back-order all of it, or take One Piece off the line.</source>
   <translation>Der Kunde will es an einem Stück. Nehmen Sie alles in Rückstand, oder nehmen Sie „An einem Stück“ von der Zeile.</translation>
  </message>
  <message>
   <source>The customer wants {outstanding:quantity} in one piece. Enter all, none, or why only a part.</source>
   <translation>Der Kunde will {outstanding:quantity} an einem Stück. Geben Sie alles, nichts oder den Grund für einen Teil ein.</translation>
  </message>
  <message>
   <source>The smallest cut is {cut:quantity}.</source>
   <translation>Der kleinste Zuschnitt ist {cut:quantity}.</translation>
  </message>
  <message>
   <source>“{typed}” has more than 3 decimal places. Enter {below:quantity} or {above:quantity}.</source>
   <translation>„{typed}“ hat mehr als 3 Nachkommastellen. Geben Sie {below:quantity} oder {above:quantity} ein.</translation>
  </message>
  <message>
   <source>Enter a quantity.</source>
   <translation>Geben Sie eine Menge ein.</translation>
  </message>
  <message>
   <source>A quantity cannot be negative.</source>
   <translation>Eine Menge kann nicht negativ sein.</translation>
  </message>
  <message>
   <source>It is cut in steps of {cut:quantity}. Enter {below:quantity} or {above:quantity}.</source>
   <translation>Es wird in Schritten von {cut:quantity} zugeschnitten. Geben Sie {below:quantity} oder {above:quantity} ein.</translation>
  </message>
  <message>
   <source>A quantity can have at most 3 decimal places; the smallest is {smallest:quantity}.</source>
   <translation>Eine Menge hat höchstens 3 Nachkommastellen; die kleinste ist {smallest:quantity}.</translation>
  </message>
  <message>
   <source>A quantity can be at most {most:limit}.</source>
   <translation>Eine Menge kann höchstens {most:limit} sein.</translation>
  </message>
  <message>
   <source>The quantity must be more than 0.</source>
   <translation>Die Menge muss größer als 0 sein.</translation>
  </message>
  <message>
   <source>A tax rate is between 0 and 100 percent.</source>
   <translation>Ein Steuersatz liegt zwischen 0 und 100 Prozent.</translation>
  </message>
  <message>
   <source>A tax rate can have at most 4 decimal places.</source>
   <translation>Ein Steuersatz hat höchstens 4 Nachkommastellen.</translation>
  </message>
  <message>
   <source>A scan was not taken. Find its goods or forget it first.</source>
   <translation>Ein Scan wurde nicht angenommen. Suchen Sie zuerst die Ware, oder verwerfen Sie ihn.</translation>
  </message>
  <message>
   <source>“{typed}” is on no slip and on no item.</source>
   <translation>„{typed}“ steht auf keinem Abholschein und auf keinem Artikel.</translation>
  </message>
  <message>
   <source>Another document was opened before this scan could be taken.</source>
   <translation>Ein anderer Beleg wurde geöffnet, bevor dieser Scan angenommen werden konnte.</translation>
  </message>
  <message>
   <source>{item} comes in no packs. Type how many single units, such as 12*{item}.</source>
   <translation>{item} kommt nicht in Gebinden. Geben Sie die Anzahl einzelner Einheiten ein, zum Beispiel 12*{item}.</translation>
  </message>
  <message>
   <source>“{typed}” is no quantity. Enter single units, such as 12, or packs, such as 6 {pack}.</source>
   <translation>„{typed}“ ist keine Menge. Geben Sie einzelne Stücke ein, etwa 12, oder Gebinde, etwa 6 {pack}.</translation>
  </message>
  <message>
   <source>{label:word} seems to contain a payment card number. Card numbers are never stored.</source>
   <translation>{label:word} scheint eine Kartennummer für Zahlungen zu enthalten. Kartennummern werden nie gespeichert.</translation>
  </message>
  <message>
   <source>{label:word} must be filled in.</source>
   <translation>{label:word} muss ausgefüllt sein.</translation>
  </message>
  <message>
   <source>{label:word} can have at most {most:count} characters; this has {length:count}.</source>
   <translation>{label:word} darf höchstens {most:count} Zeichen haben; es sind {length:count}.</translation>
  </message>
  <message>
   <source>{label:word} contains a character that cannot be printed.</source>
   <translation>{label:word} enthält ein Zeichen, das sich nicht drucken lässt.</translation>
  </message>
  <message>
   <source>An account begins with a letter or a digit.</source>
   <translation>Ein Konto beginnt mit einem Buchstaben oder einer Ziffer.</translation>
  </message>
  <message>
   <source>An account has no semicolon, and no two spaces in a row.</source>
   <translation>Ein Konto hat kein Semikolon und keine zwei Leerzeichen hintereinander.</translation>
  </message>
  <message>
   <source>Something must stand before and after each colon of an account, without a space beside it.</source>
   <translation>Vor und nach jedem Doppelpunkt eines Kontos muss etwas stehen, ohne Leerzeichen daneben.</translation>
  </message>
  <message>
   <source>The records of {day:day} do not agree: debits and credits differ by {difference:money}. Nothing was written. Run “posim-desktop verify” and ask for help.</source>
   <translation>Die Aufzeichnungen vom {day:day} stimmen nicht überein: Soll und Haben unterscheiden sich um {difference:money}. Es wurde nichts geschrieben. Führen Sie „posim-desktop verify“ aus und bitten Sie um Hilfe.</translation>
  </message>
  <message>
   <source>A backup is being made right now. Wait for it, then try again.</source>
   <translation>Gerade wird eine Sicherung gemacht. Warten Sie darauf und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>The hour of the backup is 0 to 23.</source>
   <translation>Die Stunde der Sicherung ist 0 bis 23.</translation>
  </message>
  <message>
   <source>Backups are kept for 1 to {most:count} days.</source>
   <translation>Sicherungen werden 1 bis {most:count} Tage behalten.</translation>
  </message>
  <message>
   <source>It is told after 1 to {most:count} days without a backup, or with 0 never.</source>
   <translation>Gewarnt wird nach 1 bis {most:count} Tagen ohne Sicherung, bei 0 nie.</translation>
  </message>
  <message>
   <source>The second folder must be another one than the first.</source>
   <translation>Der zweite Ordner muss ein anderer als der erste sein.</translation>
  </message>
  <message>
   <source>A journal covers at most {most:count} years, from {first} to {last}.</source>
   <translation>Ein Journal umfasst höchstens {most:count} Jahre, von {first} bis {last}.</translation>
  </message>
  <message>
   <source>The last day is before the first.</source>
   <translation>Der letzte Tag liegt vor dem ersten.</translation>
  </message>
  <message>
   <source>{item} already has this barcode.</source>
   <translation>{item} hat diesen Barcode schon.</translation>
  </message>
  <message>
   <source>Another item in the file already has this barcode.</source>
   <translation>Ein anderer Artikel in der Datei hat diesen Barcode schon.</translation>
  </message>
  <message>
   <source>The file has {count:count} columns called “{name}”. Rename all but one.</source>
   <translation>Die Datei hat {count:count} Spalten namens „{name}“. Benennen Sie alle bis auf eine um.</translation>
  </message>
  <message>
   <source>No customer is known for this sale.</source>
   <translation>Zu diesem Verkauf ist kein Kunde bekannt.</translation>
  </message>
  <message>
   <source>This database holds a real shop. The demo shop needs a database of its own.</source>
   <translation>Diese Datenbank enthält ein echtes Geschäft. Das Demo-Geschäft braucht eine eigene Datenbank.</translation>
  </message>
  <message>
   <source>The demo shop's files are damaged at line {line}. Install the program again.</source>
   <translation>Die Dateien des Demo-Geschäfts sind in Zeile {line} beschädigt. Installieren Sie das Programm neu.</translation>
  </message>
  <message>
   <source>On a server, drop the demo database and create it again; then make the demo shop.</source>
   <translation>Löschen Sie auf einem Server die Demo-Datenbank, und legen Sie sie neu an; erstellen Sie dann das Demo-Geschäft.</translation>
  </message>
  <message>
   <source>A note about the stock, not the name of an item.</source>
   <translation>Eine Notiz zum Bestand, nicht der Name eines Artikels.</translation>
  </message>
  <message>
   <source>Not goods: a service, a voucher or a correction.</source>
   <translation>Keine Ware: eine Dienstleistung, ein Gutschein oder eine Berichtigung.</translation>
  </message>
  <message>
   <source>The description says nothing about the goods.</source>
   <translation>Die Bezeichnung sagt nichts über die Ware.</translation>
  </message>
  <message>
   <source>The field {field} is mapped twice.</source>
   <translation>Das Feld {field} ist zweimal zugeordnet.</translation>
  </message>
  <message>
   <source>{code} {name}, who is on file, has the same. With --alike add the row becomes a card of its own.</source>
   <translation>{code} {name} steht schon in der Kartei und hat dasselbe. Mit --alike add wird aus der Zeile eine eigene Karte.</translation>
  </message>
  <message>
   <source>{code} {name} in this file has the same.</source>
   <translation>{code} {name} in dieser Datei hat dasselbe.</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>Die Datei ist leer.</translation>
  </message>
  <message>
   <source>{file} holds a real shop and is left alone.</source>
   <translation>{file} enthält ein echtes Geschäft und bleibt unberührt.</translation>
  </message>
  <message>
   <source>The file is larger than {megabytes:count} MB. Split it and import the parts.</source>
   <translation>Die Datei ist größer als {megabytes:count} MB. Teilen Sie sie, und importieren Sie die Teile.</translation>
  </message>
  <message>
   <source>Line {line}: a quotation mark is not closed or not doubled, or a cell is far too long. Nothing beyond it was read, so nothing is imported.</source>
   <translation>Zeile {line}: Ein Anführungszeichen ist nicht geschlossen oder nicht verdoppelt, oder eine Zelle ist viel zu lang. Dahinter wurde nichts gelesen, also wird nichts importiert.</translation>
  </message>
  <message>
   <source>This ID is a barcode of {item}.</source>
   <translation>Diese ID ist ein Barcode von {item}.</translation>
  </message>
  <message>
   <source>Not goods: an ID without a digit stands for postage, a fee or a correction.</source>
   <translation>Keine Ware: Eine Nummer ohne Ziffer steht für Porto, eine Gebühr oder eine Berichtigung.</translation>
  </message>
  <message>
   <source>This ID is already on file.</source>
   <translation>Diese Nummer gibt es schon.</translation>
  </message>
  <message>
   <source>This ID appears in the file more than once, with different content; the first row counts.</source>
   <translation>Diese Nummer steht mehrfach in der Datei, mit verschiedenem Inhalt; die erste Zeile zählt.</translation>
  </message>
  <message>
   <source>This card is archived; bring it back before changing it.</source>
   <translation>Diese Karte ist archiviert; holen Sie sie zurück, bevor Sie sie ändern.</translation>
  </message>
  <message>
   <source>Say who imports: give the login name of an employee.</source>
   <translation>Sagen Sie, wer importiert: Nennen Sie den Anmeldenamen eines Mitarbeiters.</translation>
  </message>
  <message>
   <source>Nothing was imported. Rows refused: {rows:count}.</source>
   <translation>Nichts wurde importiert. Abgelehnte Zeilen: {rows:count}.</translation>
  </message>
  <message>
   <source>Write a mapping as field=Column; “{part}” is not one.</source>
   <translation>Schreiben Sie eine Zuordnung als Feld=Spalte; „{part}“ ist keine.</translation>
  </message>
  <message>
   <source>This is not a text table. Save it as CSV (UTF-8) in the program it comes from, then import that.</source>
   <translation>Das ist keine Texttabelle. Speichern Sie sie in ihrem Programm als CSV (UTF-8), und importieren Sie diese.</translation>
  </message>
  <message>
   <source>This workbook cannot be read. Save it as XLSX without a password, or as CSV, then take that.</source>
   <translation>Diese Arbeitsmappe kann nicht gelesen werden. Speichern Sie sie als XLSX ohne Kennwort oder als CSV und nehmen Sie diese Datei.</translation>
  </message>
  <message>
   <source>No column was recognized as any of these: {needed:list}. The file's columns are: {header:list}. Say which is which with --map {first}=…</source>
   <translation>Keine Spalte wurde als eine von diesen erkannt: {needed:list}. Die Spalten der Datei sind: {header:list}. Sagen Sie, welche welche ist, mit --map {first}=…</translation>
  </message>
  <message>
   <source>Enter the printer's name or network address, such as 192.168.1.50 or till-printer:{port}, or the path of a device or of a shared printer.</source>
   <translation>Geben Sie den Namen oder die Netzwerkadresse des Druckers ein, etwa 192.168.1.50 oder kassendrucker:{port}, oder den Pfad eines Geräts oder freigegebenen Druckers.</translation>
  </message>
  <message>
   <source>This is not a picture. Choose a PNG or JPEG file.</source>
   <translation>Das ist kein Bild. Wählen Sie eine PNG- oder JPEG-Datei.</translation>
  </message>
  <message>
   <source>Nothing of this picture would be seen on white paper. Choose a darker one.</source>
   <translation>Von diesem Bild wäre auf weißem Papier nichts zu sehen. Wählen Sie ein dunkleres.</translation>
  </message>
  <message>
   <source>This picture is too large. Save it smaller, 1200 dots wide or less, then choose it again.</source>
   <translation>Dieses Bild ist zu groß. Speichern Sie es kleiner, höchstens 1200 Punkte breit, und wählen Sie es dann erneut.</translation>
  </message>
  <message>
   <source>This is not on file; the field stays blank.</source>
   <translation>Das ist nicht angelegt; das Feld bleibt leer.</translation>
  </message>
  <message>
   <source>The file has no column “{name}”. Its columns are: {header:list}.</source>
   <translation>Die Datei hat keine Spalte „{name}“. Ihre Spalten sind: {header:list}.</translation>
  </message>
  <message>
   <source>No employee has the login name {code}.</source>
   <translation>Kein Mitarbeiter hat den Anmeldenamen {code}.</translation>
  </message>
  <message>
   <source>“{field}” is not a field of {cards:word}. The fields are: {known:list}.</source>
   <translation>„{field}“ ist kein Feld ({cards:word}). Die Felder sind: {known:list}.</translation>
  </message>
  <message>
   <source>A spreadsheet rounded this number; export the column as text.</source>
   <translation>Eine Tabellenkalkulation hat diese Zahl gerundet; exportieren Sie die Spalte als Text.</translation>
  </message>
  <message>
   <source>The row has {cells:count} cells, the header {header:count}.</source>
   <translation>Die Zeile hat {cells:count} Zellen, die Kopfzeile {header:count}.</translation>
  </message>
  <message>
   <source>The row has no ID.</source>
   <translation>Die Zeile hat keine Nummer.</translation>
  </message>
  <message>
   <source>Not a sale: with a price of zero the row is a note about the stock.</source>
   <translation>Kein Verkauf: Mit dem Preis null ist die Zeile eine Notiz zum Bestand.</translation>
  </message>
  <message>
   <source>Not a sale: the price is below zero.</source>
   <translation>Kein Verkauf: Der Preis liegt unter null.</translation>
  </message>
  <message>
   <source>Cells are separated by one character, such as a comma, a semicolon or a tab.</source>
   <translation>Zellen werden durch ein Zeichen getrennt, etwa Komma, Semikolon oder Tabulator.</translation>
  </message>
  <message>
   <source>The server is older than PostgreSQL 15.</source>
   <translation>Der Server ist älter als PostgreSQL 15.</translation>
  </message>
  <message>
   <source>Sold to several countries; the most frequent one is kept.</source>
   <translation>In mehrere Länder verkauft; das häufigste bleibt.</translation>
  </message>
  <message>
   <source>Sold under several descriptions; “{kept}” is kept.</source>
   <translation>Unter mehreren Bezeichnungen verkauft; „{kept}“ bleibt.</translation>
  </message>
  <message>
   <source>Sold at several prices; the newest, {kept:money}, is kept.</source>
   <translation>Zu mehreren Preisen verkauft; der neueste, {kept:money}, bleibt.</translation>
  </message>
  <message>
   <source>This user may read the shop's data but not change it. Use the user set up for the tills.</source>
   <translation>Dieser Benutzer darf die Daten des Geschäfts lesen, aber nicht ändern. Nehmen Sie den Benutzer, der für die Kassen eingerichtet ist.</translation>
  </message>
  <message>
   <source>IDs have at most 30 characters and no asterisk; “{kept}” is used, and the whole is kept in the notes.</source>
   <translation>Nummern haben höchstens 30 Zeichen und keinen Stern; „{kept}“ wird verwendet, und das Ganze steht in der Notiz.</translation>
  </message>
  <message>
   <source>A spreadsheet took the zeros in front of this number; it is {kept}.</source>
   <translation>Eine Tabellenkalkulation hat dieser Zahl die Nullen vorn genommen; sie lautet {kept}.</translation>
  </message>
  <message>
   <source>This says that there is none; the field stays blank.</source>
   <translation>Das heißt, dass es keine Angabe gibt; das Feld bleibt leer.</translation>
  </message>
  <message>
   <source>The row has no ID; it gets an automatic one.</source>
   <translation>Die Zeile hat keine Nummer; sie bekommt eine automatische.</translation>
  </message>
  <message>
   <source>This is the ID of line {line} (“{spelling}”) in another spelling, with other content; the first row counts.</source>
   <translation>Das ist die Nummer aus Zeile {line} („{spelling}“) in anderer Schreibweise und mit anderem Inhalt; die erste Zeile zählt.</translation>
  </message>
  <message>
   <source>Import {number} was undone already.</source>
   <translation>Import {number} wurde schon rückgängig gemacht.</translation>
  </message>
  <message>
   <source>The file leaves something open: {questions:list}. Answer it, or take what is proposed, then import.</source>
   <translation>Die Datei lässt etwas offen: {questions:list}. Beantworten Sie es oder übernehmen Sie den Vorschlag, dann importieren Sie.</translation>
  </message>
  <message>
   <source>Since import {number} some of its cards were used or changed ({count:count}): {named:list}. Nothing was undone. Leave these as they are to undo the rest.</source>
   <translation>Seit Import {number} wurden einige seiner Karten benutzt oder geändert ({count:count}): {named:list}. Nichts wurde rückgängig gemacht. Lassen Sie diese, wie sie sind, um den Rest rückgängig zu machen.</translation>
  </message>
  <message>
   <source>No item on file has this ID or barcode.</source>
   <translation>Kein angelegter Artikel hat diese Nummer oder diesen Strichcode.</translation>
  </message>
  <message>
   <source>The row has no name; the customer is called “{kept}”.</source>
   <translation>Die Zeile hat keinen Namen; der Kunde heißt „{kept}“.</translation>
  </message>
  <message>
   <source>The stock is below zero, and comes in as it is.</source>
   <translation>Der Bestand ist unter null und wird so übernommen.</translation>
  </message>
  <message>
   <source>The stock is below zero; 0 comes in.</source>
   <translation>Der Bestand ist unter null; 0 wird übernommen.</translation>
  </message>
  <message>
   <source>The file is not written in {encoding}.</source>
   <translation>Die Datei ist nicht in {encoding} geschrieben.</translation>
  </message>
  <message>
   <source>No column holds prices: each new item comes in with a price of zero.</source>
   <translation>Keine Spalte enthält Preise: Jeder neue Artikel kommt mit dem Preis null.</translation>
  </message>
  <message>
   <source>There is no encoding called {encoding}. Common ones are utf-8, cp1252 and cp1250.</source>
   <translation>Es gibt keine Zeichenkodierung {encoding}. Üblich sind utf-8, cp1252 und cp1250.</translation>
  </message>
  <message>
   <source>There is no import {number}.</source>
   <translation>Es gibt keinen Import {number}.</translation>
  </message>
  <message>
   <source>The item comes in with a price of zero.</source>
   <translation>Der Artikel kommt mit dem Preis null.</translation>
  </message>
  <message>
   <source>This is finer than the field holds; {kept} is used.</source>
   <translation>Das ist feiner, als das Feld es fasst; {kept} wird verwendet.</translation>
  </message>
  <message>
   <source>The row belongs to the item above and says nothing of its own but a picture.</source>
   <translation>Die Zeile gehört zum Artikel darüber und nennt außer einem Bild nichts Eigenes.</translation>
  </message>
  <message>
   <source>Several cards on file fit this; the field stays blank. Write the ID instead.</source>
   <translation>Mehrere angelegte Karten passen dazu; das Feld bleibt leer. Schreiben Sie stattdessen die Nummer.</translation>
  </message>
  <message>
   <source>Spaces around this ID were cut off.</source>
   <translation>Leerzeichen um diese Nummer wurden abgeschnitten.</translation>
  </message>
  <message>
   <source>This is too long; “{kept}” is used, and the whole is kept in the notes.</source>
   <translation>Das ist zu lang; „{kept}“ wird verwendet, und das Ganze steht in der Notiz.</translation>
  </message>
  <message>
   <source>This row adds others up and is left out.</source>
   <translation>Diese Zeile summiert andere und wird ausgelassen.</translation>
  </message>
  <message>
   <source>sell what is not on hand</source>
   <translation>verkaufen, was nicht da ist</translation>
  </message>
  <message>
   <source>sell goods that are set aside for a customer</source>
   <translation>Ware verkaufen, die für einen Kunden zurückgelegt ist</translation>
  </message>
  <message>
   <source>sell below cost</source>
   <translation>unter EK-Preis verkaufen</translation>
  </message>
  <message>
   <source>change this price as far</source>
   <translation>diesen Preis so weit ändern</translation>
  </message>
  <message>
   <source>change the taxes of a sale</source>
   <translation>die Steuern eines Verkaufs ändern</translation>
  </message>
  <message>
   <source>give this discount</source>
   <translation>diesen Rabatt geben</translation>
  </message>
  <message>
   <source>ask this little as a deposit</source>
   <translation>eine so kleine Anzahlung verlangen</translation>
  </message>
  <message>
   <source>take goods back</source>
   <translation>Ware zurücknehmen</translation>
  </message>
  <message>
   <source>sell goods before their on-sale date</source>
   <translation>Ware vor ihrem Erstverkaufstag verkaufen</translation>
  </message>
  <message>
   <source>take goods back without a receipt</source>
   <translation>Waren ohne Beleg zurücknehmen</translation>
  </message>
  <message>
   <source>refund another way than it was paid</source>
   <translation>auf anderem Weg erstatten, als bezahlt wurde</translation>
  </message>
  <message>
   <source>pay out this much</source>
   <translation>so viel auszahlen</translation>
  </message>
  <message>
   <source>open the drawer without a sale</source>
   <translation>die Schublade ohne Verkauf öffnen</translation>
  </message>
  <message>
   <source>open, count or close the drawer</source>
   <translation>die Schublade eröffnen, zählen oder abschließen</translation>
  </message>
  <message>
   <source>pay cash into or out of the drawer</source>
   <translation>Bargeld ein- oder auszahlen</translation>
  </message>
  <message>
   <source>see what should be in the drawer</source>
   <translation>sehen, was in der Schublade sein soll</translation>
  </message>
  <message>
   <source>cancel backorders</source>
   <translation>Rückstände stornieren</translation>
  </message>
  <message>
   <source>keep a fee this large</source>
   <translation>eine so hohe Gebühr einbehalten</translation>
  </message>
  <message>
   <source>adjust stock</source>
   <translation>Bestand korrigieren</translation>
  </message>
  <message>
   <source>write purchase orders</source>
   <translation>Bestellungen schreiben</translation>
  </message>
  <message>
   <source>post purchase orders</source>
   <translation>Bestellungen buchen</translation>
  </message>
  <message>
   <source>receive goods</source>
   <translation>Ware annehmen</translation>
  </message>
  <message>
   <source>correct posted receiving logs</source>
   <translation>gebuchte Wareneingänge berichtigen</translation>
  </message>
  <message>
   <source>send goods back to vendors</source>
   <translation>Ware an Lieferanten zurückschicken</translation>
  </message>
  <message>
   <source>see costs</source>
   <translation>EK-Preise sehen</translation>
  </message>
  <message>
   <source>edit item cards</source>
   <translation>Artikelkarten bearbeiten</translation>
  </message>
  <message>
   <source>change prices on item cards</source>
   <translation>Preise auf Artikelkarten ändern</translation>
  </message>
  <message>
   <source>edit customer cards</source>
   <translation>Kundenkarten bearbeiten</translation>
  </message>
  <message>
   <source>hand over what is kept about customers, or forget them</source>
   <translation>Daten von Kunden herausgeben oder Kunden vergessen</translation>
  </message>
  <message>
   <source>merge customer cards</source>
   <translation>Kundenkarten zusammenführen</translation>
  </message>
  <message>
   <source>let customers owe on account</source>
   <translation>Kunden anschreiben lassen</translation>
  </message>
  <message>
   <source>edit vendor cards</source>
   <translation>Lieferantenkarten bearbeiten</translation>
  </message>
  <message>
   <source>edit employees and roles</source>
   <translation>Mitarbeiter und Rollen bearbeiten</translation>
  </message>
  <message>
   <source>change the shop's preferences</source>
   <translation>Einstellungen des Geschäfts ändern</translation>
  </message>
  <message>
   <source>import files</source>
   <translation>Dateien importieren</translation>
  </message>
  <message>
   <source>restore the shop from a backup</source>
   <translation>den Laden aus einer Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>read the audit</source>
   <translation>das Prüfprotokoll lesen</translation>
  </message>
  <message>
   <source>see reports</source>
   <translation>Berichte sehen</translation>
  </message>
  <message>
   <source>customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>special order</source>
   <translation>Sonderbestellung</translation>
  </message>
  <message>
   <source>tax code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>tender</source>
   <translation>Zahlungsart</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>working</source>
   <translation>in Arbeit</translation>
  </message>
  <message>
   <source>processed</source>
   <translation>gebucht</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>abgeschlossen</translation>
  </message>
  <message>
   <source>discarded</source>
   <translation>verworfen</translation>
  </message>
  <message>
   <source>items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>departments</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>tax codes</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>The account</source>
   <translation>Das Konto</translation>
  </message>
  <message>
   <source>The account number</source>
   <translation>Die Kontonummer</translation>
  </message>
  <message>
   <source>The address</source>
   <translation>Die Anschrift</translation>
  </message>
  <message>
   <source>The answer</source>
   <translation>Die Antwort</translation>
  </message>
  <message>
   <source>The author</source>
   <translation>Der Autor</translation>
  </message>
  <message>
   <source>The badge</source>
   <translation>Der Ausweis</translation>
  </message>
  <message>
   <source>A barcode</source>
   <translation>Ein Barcode</translation>
  </message>
  <message>
   <source>The comment</source>
   <translation>Der Kommentar</translation>
  </message>
  <message>
   <source>The company</source>
   <translation>Die Firma</translation>
  </message>
  <message>
   <source>The contact</source>
   <translation>Der Ansprechpartner</translation>
  </message>
  <message>
   <source>The customer's order number</source>
   <translation>Die Bestellnummer des Kunden</translation>
  </message>
  <message>
   <source>The job</source>
   <translation>Der Auftrag</translation>
  </message>
  <message>
   <source>The customer ID</source>
   <translation>Die Kundennummer</translation>
  </message>
  <message>
   <source>What the customer said</source>
   <translation>Was der Kunde gesagt hat,</translation>
  </message>
  <message>
   <source>The department ID</source>
   <translation>Die Gruppennummer</translation>
  </message>
  <message>
   <source>The description</source>
   <translation>Die Bezeichnung</translation>
  </message>
  <message>
   <source>The email address</source>
   <translation>Die E-Mail-Adresse</translation>
  </message>
  <message>
   <source>The name of the file</source>
   <translation>Der Name der Datei</translation>
  </message>
  <message>
   <source>The folder</source>
   <translation>Der Ordner</translation>
  </message>
  <message>
   <source>The format</source>
   <translation>Die Ausgabe</translation>
  </message>
  <message>
   <source>The item ID</source>
   <translation>Die Artikelnummer</translation>
  </message>
  <message>
   <source>The login name</source>
   <translation>Der Anmeldename</translation>
  </message>
  <message>
   <source>The lot</source>
   <translation>Die Farbpartie</translation>
  </message>
  <message>
   <source>The name</source>
   <translation>Der Name</translation>
  </message>
  <message>
   <source>The note</source>
   <translation>Die Notiz</translation>
  </message>
  <message>
   <source>The phone number</source>
   <translation>Die Telefonnummer</translation>
  </message>
  <message>
   <source>The publisher</source>
   <translation>Der Verlag</translation>
  </message>
  <message>
   <source>The question</source>
   <translation>Die Frage</translation>
  </message>
  <message>
   <source>How to reach them</source>
   <translation>Die Angabe, wie der Kunde zu erreichen ist,</translation>
  </message>
  <message>
   <source>The reason</source>
   <translation>Der Grund</translation>
  </message>
  <message>
   <source>The reasons</source>
   <translation>Die Gründe</translation>
  </message>
  <message>
   <source>The region</source>
   <translation>Die Region</translation>
  </message>
  <message>
   <source>The exemption number</source>
   <translation>Die Befreiungsnummer</translation>
  </message>
  <message>
   <source>The second phone number</source>
   <translation>Die zweite Telefonnummer</translation>
  </message>
  <message>
   <source>What the receipt ends with</source>
   <translation>Womit der Bon endet</translation>
  </message>
  <message>
   <source>What the receipt begins with</source>
   <translation>Womit der Bon beginnt</translation>
  </message>
  <message>
   <source>The best time</source>
   <translation>Die beste Zeit</translation>
  </message>
  <message>
   <source>The reference</source>
   <translation>Die Belegnummer</translation>
  </message>
  <message>
   <source>A serial number</source>
   <translation>Eine Seriennummer</translation>
  </message>
  <message>
   <source>The tax number</source>
   <translation>Die Steuernummer</translation>
  </message>
  <message>
   <source>The storage place</source>
   <translation>Der Lagerplatz</translation>
  </message>
  <message>
   <source>The store's name</source>
   <translation>Der Name des Geschäfts</translation>
  </message>
  <message>
   <source>The tax code</source>
   <translation>Der Steuerschlüssel</translation>
  </message>
  <message>
   <source>The tax name</source>
   <translation>Der Name der Steuer</translation>
  </message>
  <message>
   <source>The terms</source>
   <translation>Die Bedingungen</translation>
  </message>
  <message>
   <source>The unit</source>
   <translation>Die Einheit</translation>
  </message>
  <message>
   <source>The vendor ID</source>
   <translation>Die Lieferantennummer</translation>
  </message>
  <message>
   <source>The return authorization number</source>
   <translation>Die Rücksendenummer</translation>
  </message>
  <message>
   <source>The subject</source>
   <translation>Der Betreff</translation>
  </message>
  <message>
   <source>The vendor's invoice number</source>
   <translation>Die Rechnungsnummer des Lieferanten</translation>
  </message>
  <message>
   <source>The vendor's item number</source>
   <translation>Die Artikelnummer des Lieferanten</translation>
  </message>
  <message>
   <source>What the customer will also take</source>
   <translation>Was der Kunde auch nimmt,</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ihr Name</translation>
  </message>
  <message>
   <source>somebody</source>
   <translation>jemandem</translation>
  </message>
  <message>
   <source> or </source>
   <translation> oder </translation>
  </message>
  <message>
   <source>a customer without a card</source>
   <translation>ein Kunde ohne Karte</translation>
  </message>
  <message>
   <source>{count} more</source>
   <translation>{count} weitere</translation>
  </message>
  <message>
   <source>Allocations are entered when the purchase order is posted.</source>
   <translation>Zuteilungen werden eingegeben, wenn die Bestellung gebucht wird.</translation>
  </message>
  <message>
   <source>This backorder is for another item or no longer outstanding.</source>
   <translation>Dieser Rückstand ist für einen anderen Artikel oder nicht mehr ausstehend.</translation>
  </message>
  <message>
   <source>The goods for every chosen backorder are already on an order.</source>
   <translation>Die Ware für jeden gewählten Rückstand ist schon bestellt.</translation>
  </message>
  <message>
   <source>This backorder is entered twice.</source>
   <translation>Dieser Rückstand ist zweimal eingegeben.</translation>
  </message>
  <message>
   <source>This purchase order was not sent yet. Change its lines themselves.</source>
   <translation>Diese Bestellung ist noch nicht verschickt. Ändern Sie ihre Positionen selbst.</translation>
  </message>
  <message>
   <source>Only a processed purchase order has lines to close short.</source>
   <translation>Nur in einer gebuchten Bestellung lässt sich der Rest von Positionen streichen.</translation>
  </message>
  <message>
   <source>{least:quantity} of this line came already or was closed short. At least that stays ordered.</source>
   <translation>Von dieser Position sind {least:quantity} schon gekommen oder abgeschlossen. Mindestens das bleibt bestellt.</translation>
  </message>
  <message>
   <source>This line is entered twice.</source>
   <translation>Diese Position ist zweimal eingegeben.</translation>
  </message>
  <message>
   <source>This line is not on this purchase order.</source>
   <translation>Diese Position gehört nicht zu dieser Bestellung.</translation>
  </message>
  <message>
   <source>This line is not on any purchase order.</source>
   <translation>Diese Position gehört zu keiner Bestellung.</translation>
  </message>
  <message>
   <source>More is allocated than the {still_open:quantity} on this order.</source>
   <translation>Es ist mehr zugeteilt als die {still_open:quantity} in dieser Bestellung.</translation>
  </message>
  <message>
   <source>Of what the vendor was asked to drop {asked:quantity} is still to come.</source>
   <translation>Von dem, was der Lieferant streichen soll, sind noch {asked:quantity} offen.</translation>
  </message>
  <message>
   <source>No other customer is waiting for this item.</source>
   <translation>Kein anderer Kunde wartet auf diesen Artikel.</translation>
  </message>
  <message>
   <source>Only {nobodys:quantity} of this line is nobody's by now.</source>
   <translation>Nur {nobodys:quantity} dieser Position sind inzwischen ohne Kunden.</translation>
  </message>
  <message>
   <source>Other customers are next by now. Check again who gets these goods.</source>
   <translation>Inzwischen sind andere Kunden an der Reihe. Prüfen Sie noch einmal, wer die Ware bekommt.</translation>
  </message>
  <message>
   <source>This request was answered already.</source>
   <translation>Diese Bitte ist schon beantwortet.</translation>
  </message>
  <message>
   <source>Only {still_open:quantity} of this line is still open.</source>
   <translation>Von dieser Position ist nur noch {still_open:quantity} offen.</translation>
  </message>
  <message>
   <source>Only {needed:quantity} of this backorder still needs goods.</source>
   <translation>Nur {needed:quantity} dieses Rückstands brauchen noch Ware.</translation>
  </message>
  <message>
   <source>No customer is waiting for an item from this preferred vendor that is not on an order yet.</source>
   <translation>Kein Kunde wartet auf einen Artikel dieses Hauptlieferanten, der noch nicht bestellt ist.</translation>
  </message>
  <message>
   <source>Nothing on this purchase order is changed.</source>
   <translation>An dieser Bestellung ist nichts geändert.</translation>
  </message>
  <message>
   <source>Everything on this line has already come or was closed short.</source>
   <translation>Alles auf dieser Position ist schon gekommen oder gestrichen.</translation>
  </message>
  <message>
   <source>There is nothing to order.</source>
   <translation>Es gibt nichts zu bestellen.</translation>
  </message>
  <message>
   <source>Item not found. Scan or type the item to order.</source>
   <translation>Artikel nicht gefunden. Scannen oder tippen Sie den Artikel, der bestellt werden soll.</translation>
  </message>
  <message>
   <source>{item} is not stocked: it is neither ordered nor received.</source>
   <translation>{item} wird ohne Bestand geführt und weder bestellt noch empfangen.</translation>
  </message>
  <message>
   <source>This vendor is not the preferred vendor of {item}.</source>
   <translation>Dieser Lieferant ist nicht der Hauptlieferant von {item}.</translation>
  </message>
  <message>
   <source>Choose the line to close short.</source>
   <translation>Wählen Sie die Position, deren Rest gestrichen werden soll.</translation>
  </message>
  <message>
   <source>This purchase order does not exist.</source>
   <translation>Diese Bestellung gibt es nicht.</translation>
  </message>
  <message>
   <source>Choose at least one vendor.</source>
   <translation>Wählen Sie mindestens einen Lieferanten.</translation>
  </message>
  <message>
   <source>Choose the vendor to order {item} from.</source>
   <translation>Wählen Sie den Lieferanten, bei dem {item} bestellt werden soll.</translation>
  </message>
  <message>
   <source>Of {item}, {proposed:quantity} is proposed by now, not {seen:quantity}. Look at the new proposal first.</source>
   <translation>Von {item} werden inzwischen {proposed:quantity} vorgeschlagen, nicht {seen:quantity}. Sehen Sie sich erst den neuen Vorschlag an.</translation>
  </message>
  <message>
   <source>Nothing has to be bought: what customers are waiting for is in stock or unallocated on open orders.</source>
   <translation>Es muss nichts gekauft werden: Worauf Kunden warten, liegt auf Lager oder ist in laufenden Bestellungen noch niemandem zugeteilt.</translation>
  </message>
  <message>
   <source>This purchase order was changed while you had it open. Check it again.</source>
   <translation>Diese Bestellung wurde geändert, während Sie sie offen hatten. Prüfen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>This purchase order was discarded.</source>
   <translation>Diese Bestellung wurde verworfen.</translation>
  </message>
  <message>
   <source>This purchase order has no lines.</source>
   <translation>Diese Bestellung hat keine Positionen.</translation>
  </message>
  <message>
   <source>This line is no longer on the purchase order.</source>
   <translation>Diese Position steht nicht mehr in der Bestellung.</translation>
  </message>
  <message>
   <source>A purchase order needs a vendor.</source>
   <translation>Eine Bestellung braucht einen Lieferanten.</translation>
  </message>
  <message>
   <source>This purchase order is {status:word} and can no longer be changed.</source>
   <translation>Diese Bestellung ist {status:word} und lässt sich nicht mehr ändern.</translation>
  </message>
  <message>
   <source>This purchase order is now for another vendor. Check it again.</source>
   <translation>Diese Bestellung geht jetzt an einen anderen Lieferanten. Prüfen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>This purchase order is processed; its lines can no longer be changed.</source>
   <translation>Diese Bestellung ist gebucht; ihre Positionen lassen sich nicht mehr ändern.</translation>
  </message>
  <message>
   <source>This purchase order is {status:word}; nothing on it can be allocated.</source>
   <translation>Diese Bestellung ist {status:word}; nichts davon lässt sich zuteilen.</translation>
  </message>
  <message>
   <source>A purchase order can have at most {most:count} lines. Post this one and start another.</source>
   <translation>Eine Bestellung hat höchstens {most:count} Positionen. Buchen Sie diese, und beginnen Sie eine neue.</translation>
  </message>
  <message>
   <source>Everything on this receiving log was taken back already.</source>
   <translation>Alles auf diesem Wareneingang ist schon zurückgenommen.</translation>
  </message>
  <message>
   <source>This receiving log is not posted yet. Change its quantities instead.</source>
   <translation>Dieser Wareneingang ist noch nicht gebucht. Ändern Sie stattdessen seine Mengen.</translation>
  </message>
  <message>
   <source>Somebody sold, set aside or received goods meanwhile. See what the correction does now.</source>
   <translation>Inzwischen hat jemand Ware verkauft, zurückgelegt oder angenommen. Sehen Sie, was die Berichtigung jetzt tut.</translation>
  </message>
  <message>
   <source>At most {most:quantity} of {item} can be taken back: the others were sold. Count the stock instead.</source>
   <translation>Höchstens {most:quantity} von {item} lassen sich zurücknehmen: Die anderen sind verkauft. Zählen Sie stattdessen den Bestand.</translation>
  </message>
  <message>
   <source>At most {most:quantity} of {item} can be taken back. Picked up (customer · invoice): {handed:shares}. Take goods back as a return first.</source>
   <translation>Höchstens {most:quantity} von {item} lassen sich zurücknehmen. Abgeholt (Kunde · Rechnung): {handed:shares}. Nehmen Sie die Ware zuerst als Rückgabe an.</translation>
  </message>
  <message>
   <source>{free:quantity} are on the shelf. Choose {missing:quantity} more of those that wait for customers.</source>
   <translation>{free:quantity} liegen im Regal. Wählen Sie {missing:quantity} mehr von denen, die für Kunden bereitliegen.</translation>
  </message>
  <message>
   <source>{received:quantity} of {item} were received. If more came, start another receiving log.</source>
   <translation>Von {item} sind {received:quantity} eingegangen. Kam mehr, beginnen Sie einen weiteren Wareneingang.</translation>
  </message>
  <message>
   <source>{chosen:quantity} are taken from customers, but only {taken:quantity} did not come.</source>
   <translation>{chosen:quantity} werden Kunden genommen, aber nur {taken:quantity} kamen nicht.</translation>
  </message>
  <message>
   <source>Enter what actually came, where it is less.</source>
   <translation>Geben Sie ein, was wirklich kam, wo es weniger ist.</translation>
  </message>
  <message>
   <source>This correction does not exist.</source>
   <translation>Diese Berichtigung gibt es nicht.</translation>
  </message>
  <message>
   <source>The invoice of {customer} would be left empty. {refused:refusal}</source>
   <translation>Auf der Rechnung von {customer} bliebe nichts. {refused:refusal}</translation>
  </message>
  <message>
   <source>Choose the serial numbers of the {units:quantity} units of {item} that did not come.</source>
   <translation>Wählen Sie die Seriennummern der {units:quantity} Einheiten von {item}, die nicht kamen.</translation>
  </message>
  <message>
   <source>The unit with serial number {serial} was sold since, so it did come.</source>
   <translation>Die Einheit mit der Seriennummer {serial} wurde seitdem verkauft, also kam sie.</translation>
  </message>
  <message>
   <source>The unit with serial number {serial} did not come with this line.</source>
   <translation>Die Einheit mit der Seriennummer {serial} kam nicht mit dieser Position.</translation>
  </message>
  <message>
   <source>Only a posted purchase order can be mailed.</source>
   <translation>Nur eine gebuchte Bestellung kann gemailt werden.</translation>
  </message>
  <message>
   <source>Only the receipt of a processed invoice can be mailed.</source>
   <translation>Nur der Beleg einer abgeschlossenen Rechnung kann gemailt werden.</translation>
  </message>
  <message>
   <source>This shop is not for practice.</source>
   <translation>Dieser Laden ist nicht zum Üben.</translation>
  </message>
  <message>
   <source>Name the receipt printer first.</source>
   <translation>Nennen Sie erst den Bondrucker.</translation>
  </message>
  <message>
   <source>Practice asks no card terminal.</source>
   <translation>Die Übung fragt kein Kartenterminal.</translation>
  </message>
  <message>
   <source>Practice opens no drawer.</source>
   <translation>Die Übung öffnet keine Schublade.</translation>
  </message>
  <message>
   <source>Practice writes no journal: nothing that was done here belongs into the books.</source>
   <translation>Die Übung schreibt kein Journal: Nichts, was hier getan wurde, gehört in die Bücher.</translation>
  </message>
  <message>
   <source>Practice sends no mail.</source>
   <translation>Die Übung verschickt keine Mail.</translation>
  </message>
  <message>
   <source>This mail is just being sent.</source>
   <translation>Diese Mail wird gerade gesendet.</translation>
  </message>
  <message>
   <source>This mail was deleted.</source>
   <translation>Diese Mail wurde gelöscht.</translation>
  </message>
  <message>
   <source>This computer sends no mail yet. Name the mail server in File › Preferences › Mail.</source>
   <translation>Dieser Computer sendet noch keine Mails. Nennen Sie den Mailserver unter Datei › Einstellungen › Mail.</translation>
  </message>
  <message>
   <source>Enter one e-mail address, such as orders@vendor.com.</source>
   <translation>Geben Sie eine E-Mail-Adresse ein, etwa orders@vendor.com.</translation>
  </message>
  <message>
   <source>Enter the name of the mail server, such as smtp.shop.com.</source>
   <translation>Geben Sie den Namen des Mailservers ein, etwa smtp.shop.com.</translation>
  </message>
  <message>
   <source>Enter a port from 1 to 65535; 587 is usual.</source>
   <translation>Geben Sie einen Port von 1 bis 65535 ein; üblich ist 587.</translation>
  </message>
  <message>
   <source>A password is not sent unprotected. Choose STARTTLS or TLS, or leave user and password empty.</source>
   <translation>Ein Passwort wird nicht ungeschützt gesendet. Wählen Sie STARTTLS oder TLS, oder lassen Sie Benutzer und Passwort leer.</translation>
  </message>
  <message>
   <source>Enter the user that the password belongs to.</source>
   <translation>Geben Sie den Benutzer ein, zu dem das Passwort gehört.</translation>
  </message>
  <message>
   <source>A credit can be noted once the return to the vendor is posted.</source>
   <translation>Eine Gutschrift kann vermerkt werden, sobald die Rücksendung gebucht ist.</translation>
  </message>
  <message>
   <source>{item} is already on this return. Change its quantity.</source>
   <translation>{item} steht schon auf dieser Rücksendung. Ändern Sie die Menge.</translation>
  </message>
  <message>
   <source>At most {most:quantity} of {item} can go back of this delivery; no more of it came or is left.</source>
   <translation>Von {item} können aus dieser Lieferung höchstens {most:quantity} zurück; mehr kam nicht oder ist nicht mehr übrig.</translation>
  </message>
  <message>
   <source>At most {most:quantity} of {item} can go back: there is no more, or it is set aside for customers.</source>
   <translation>Von {item} können höchstens {most:quantity} zurück: mehr ist nicht da, oder es ist für Kunden zurückgelegt.</translation>
  </message>
  <message>
   <source>Only {waiting:quantity} wait for this customer.</source>
   <translation>Nur {waiting:quantity} liegen für diesen Kunden bereit.</translation>
  </message>
  <message>
   <source>No goods wait for this customer that could go back.</source>
   <translation>Für diesen Kunden liegt keine Ware bereit, die zurückgehen könnte.</translation>
  </message>
  <message>
   <source>Enter how much of at least one line goes back.</source>
   <translation>Geben Sie ein, wie viel von mindestens einer Zeile zurückgeht.</translation>
  </message>
  <message>
   <source>This return to a vendor does not exist.</source>
   <translation>Diese Rücksendung gibt es nicht.</translation>
  </message>
  <message>
   <source>A return to a vendor can have {most:count} lines. Post this one and begin another.</source>
   <translation>Eine Rücksendung kann {most:count} Zeilen haben. Buchen Sie diese und beginnen Sie eine weitere.</translation>
  </message>
  <message>
   <source>Enter what the vendor gave, more than 0.</source>
   <translation>Geben Sie ein, was der Lieferant gutschrieb, mehr als 0.</translation>
  </message>
  <message>
   <source>This return to a vendor was discarded.</source>
   <translation>Diese Rücksendung wurde verworfen.</translation>
  </message>
  <message>
   <source>This line is no longer on the return.</source>
   <translation>Diese Zeile steht nicht mehr auf der Rücksendung.</translation>
  </message>
  <message>
   <source>Say why it goes back.</source>
   <translation>Geben Sie an, warum es zurückgeht.</translation>
  </message>
  <message>
   <source>Choose the vendor that the goods go back to.</source>
   <translation>Wählen Sie den Lieferanten, an den die Ware zurückgeht.</translation>
  </message>
  <message>
   <source>This return to a vendor is posted and can no longer be changed.</source>
   <translation>Diese Rücksendung ist gebucht und kann nicht mehr geändert werden.</translation>
  </message>
  <message>
   <source>This receiving log is not posted yet. What goes back at once is not received.</source>
   <translation>Dieser Wareneingang ist noch nicht gebucht. Was gleich zurückgeht, wird nicht angenommen.</translation>
  </message>
  <message>
   <source>A canceled quantity needs a reason.</source>
   <translation>Eine stornierte Menge braucht einen Grund.</translation>
  </message>
  <message>
   <source>That date is in the future. Enter the date the goods arrived.</source>
   <translation>Dieses Datum liegt in der Zukunft. Geben Sie das Datum ein, an dem die Ware kam.</translation>
  </message>
  <message>
   <source>A delivery without a purchase order needs a vendor.</source>
   <translation>Eine Lieferung ohne Bestellung braucht einen Lieferanten.</translation>
  </message>
  <message>
   <source>The vendor's invoice cannot be dated after the day the goods arrived.</source>
   <translation>Die Rechnung des Lieferanten kann nicht nach dem Tag datiert sein, an dem die Ware kam.</translation>
  </message>
  <message>
   <source>{item} is already on this receiving log. Change its quantity.</source>
   <translation>{item} steht schon in diesem Wareneingang. Ändern Sie die Menge.</translation>
  </message>
  <message>
   <source>Only {quantity:quantity} came; no more can be free.</source>
   <translation>Es kamen nur {quantity:quantity}; mehr kann nicht gratis sein.</translation>
  </message>
  <message>
   <source>This receiving log was discarded.</source>
   <translation>Dieser Wareneingang wurde verworfen.</translation>
  </message>
  <message>
   <source>This line is no longer on the receiving log.</source>
   <translation>Diese Position steht nicht mehr in diesem Wareneingang.</translation>
  </message>
  <message>
   <source>This receiving log is posted and can no longer be changed.</source>
   <translation>Dieser Wareneingang ist gebucht und lässt sich nicht mehr ändern.</translation>
  </message>
  <message>
   <source>{rcv:quantity} is set to customers, but only {received:quantity} came.</source>
   <translation>{rcv:quantity} sind Kunden zugewiesen, aber nur {received:quantity} sind gekommen.</translation>
  </message>
  <message>
   <source>Rcv and Canc come to more than the {outstanding:quantity} outstanding.</source>
   <translation>Eingang und Storno sind zusammen mehr als die ausstehenden {outstanding:quantity}.</translation>
  </message>
  <message>
   <source>Nothing was counted on this receiving log.</source>
   <translation>In diesem Wareneingang wurde nichts gezählt.</translation>
  </message>
  <message>
   <source>No open purchase order has the number “{typed}”.</source>
   <translation>Keine offene Bestellung hat die Nummer „{typed}“.</translation>
  </message>
  <message>
   <source>Item not found. Scan or type what arrived.</source>
   <translation>Artikel nicht gefunden. Scannen oder tippen Sie, was gekommen ist.</translation>
  </message>
  <message>
   <source>Enter the date the goods arrived.</source>
   <translation>Geben Sie das Datum ein, an dem die Ware kam.</translation>
  </message>
  <message>
   <source>Choose the employee who received the delivery.</source>
   <translation>Wählen Sie den Mitarbeiter, der die Lieferung angenommen hat.</translation>
  </message>
  <message>
   <source>This receiving log does not exist.</source>
   <translation>Diesen Wareneingang gibt es nicht.</translation>
  </message>
  <message>
   <source>Everything on this purchase order has come or was closed short. Receive without an order.</source>
   <translation>Alles aus dieser Bestellung ist gekommen oder gestrichen. Nehmen Sie ohne Bestellung an.</translation>
  </message>
  <message>
   <source>Post this purchase order before receiving against it.</source>
   <translation>Buchen Sie diese Bestellung, bevor Sie dazu Ware annehmen.</translation>
  </message>
  <message>
   <source>This row no longer matches what came. Close this screen and open it again.</source>
   <translation>Diese Zeile passt nicht mehr zu dem, was kam. Schließen Sie dieses Fenster, und öffnen Sie es neu.</translation>
  </message>
  <message>
   <source>A receiving log can have at most {most:count} lines. Post this one and start another.</source>
   <translation>Ein Wareneingang hat höchstens {most:count} Positionen. Buchen Sie diesen, und beginnen Sie einen neuen.</translation>
  </message>
  <message>
   <source>At most {most:count} backorders can be set at once.</source>
   <translation>Es lassen sich höchstens {most:count} Rückstände auf einmal zuweisen.</translation>
  </message>
  <message>
   <source>More than {most:limit} of {item} on hand is not possible.</source>
   <translation>Mehr als {most:limit} von {item} im Bestand ist nicht möglich.</translation>
  </message>
  <message>
   <source>This backorder was made by another sale.</source>
   <translation>Dieser Rückstand stammt aus einem anderen Verkauf.</translation>
  </message>
  <message>
   <source>Only a processed invoice can be duplicated.</source>
   <translation>Nur eine gebuchte Rechnung kann dupliziert werden.</translation>
  </message>
  <message>
   <source>Of {item}, {sold:quantity} were sold here, and {left:quantity} can still come back.</source>
   <translation>{item}: hier wurden {sold:quantity} verkauft, und {left:quantity} können noch zurückkommen.</translation>
  </message>
  <message>
   <source>Enter how many of which goods come back.</source>
   <translation>Geben Sie ein, wie viele von welchen Waren zurückkommen.</translation>
  </message>
  <message>
   <source>{beyond:money} of this would go back another way than the sale was paid.</source>
   <translation>{beyond:money} davon würden auf einem anderen Weg erstattet, als der Verkauf bezahlt wurde.</translation>
  </message>
  <message>
   <source>Without a receipt at most today's price, {most:money}, is given back.</source>
   <translation>Ohne Beleg wird höchstens der heutige Preis erstattet: {most:money}.</translation>
  </message>
  <message>
   <source>Enter an amount up to {most:count}, without decimals; 0 never asks.</source>
   <translation>Geben Sie einen Betrag bis {most:count} ohne Nachkommastellen ein; bei 0 wird nie gefragt.</translation>
  </message>
  <message>
   <source>Goods of this sale were returned elsewhere meanwhile. Take its lines off this invoice and return them again.</source>
   <translation>Inzwischen wurden anderswo Waren dieses Verkaufs zurückgenommen. Entfernen Sie seine Positionen und nehmen Sie die Waren noch einmal zurück.</translation>
  </message>
  <message>
   <source>This line gives back what was paid for it; only its quantity can be changed.</source>
   <translation>Diese Position erstattet, was bezahlt wurde; nur ihre Menge lässt sich ändern.</translation>
  </message>
  <message>
   <source>Above {most:money}, goods without a receipt come back for a customer only. Attach one first.</source>
   <translation>Über {most:money} werden Waren ohne Beleg nur für einen Kunden zurückgenommen. Ordnen Sie zuerst einen zu.</translation>
  </message>
  <message>
   <source>This invoice takes back goods of another sale. Post it first, or start another one.</source>
   <translation>Diese Rechnung nimmt Waren eines anderen Verkaufs zurück. Buchen Sie sie zuerst, oder beginnen Sie eine andere.</translation>
  </message>
  <message>
   <source>Goods come back of what a processed invoice sold.</source>
   <translation>Zurückkommen kann, was eine gebuchte Rechnung verkauft hat.</translation>
  </message>
  <message>
   <source>The tax was part of the prices of only one of the two. Return the goods on an invoice of its own.</source>
   <translation>Nur bei einem von beiden war die Steuer in den Preisen enthalten. Nehmen Sie die Waren auf einer eigenen Rechnung zurück.</translation>
  </message>
  <message>
   <source>Say why the goods come back.</source>
   <translation>Sagen Sie, warum die Waren zurückkommen.</translation>
  </message>
  <message>
   <source>This customer may owe at most {limit:money} on account, and now has {held:money}.</source>
   <translation>Dieser Kunde darf höchstens {limit:money} anschreiben lassen; sein Guthaben beträgt {held:money}.</translation>
  </message>
  <message>
   <source>These goods still cost {cost:money}, and {held:money} is held for them already.</source>
   <translation>Diese Ware kostet noch {cost:money}, und {held:money} sind dafür schon angezahlt.</translation>
  </message>
  <message>
   <source>This deposit is for goods that are not on the invoice. Give it back first.</source>
   <translation>Diese Anzahlung ist für Ware, die nicht auf der Rechnung steht. Geben Sie sie zuerst zurück.</translation>
  </message>
  <message>
   <source>This invoice has deposits or credit of its customer. Take them off before you attach another one.</source>
   <translation>Diese Rechnung enthält Anzahlungen oder Guthaben ihres Kunden. Nehmen Sie sie weg, bevor Sie einen anderen zuordnen.</translation>
  </message>
  <message>
   <source>This customer owes {owed:money} already. The limit can be no less until it is paid.</source>
   <translation>Dieser Kunde schuldet schon {owed:money}. Die Grenze kann nicht darunter liegen, bis das bezahlt ist.</translation>
  </message>
  <message>
   <source>There is a deposit for this line. Take the deposit off first.</source>
   <translation>Für diese Position gibt es eine Anzahlung. Nehmen Sie zuerst die Anzahlung weg.</translation>
  </message>
  <message>
   <source>Nothing is held for this line that could be paid back.</source>
   <translation>Für diese Position ist nichts angezahlt, was zurückgezahlt werden könnte.</translation>
  </message>
  <message>
   <source>Enter the amount of the deposit.</source>
   <translation>Geben Sie den Betrag der Anzahlung ein.</translation>
  </message>
  <message>
   <source>A deposit needs a customer. Attach one first.</source>
   <translation>Eine Anzahlung braucht einen Kunden. Ordnen Sie zuerst einen zu.</translation>
  </message>
  <message>
   <source>A deposit stays as it is. Take the line off and enter the deposit again.</source>
   <translation>Eine Anzahlung bleibt, wie sie ist. Nehmen Sie die Position weg und geben Sie die Anzahlung neu ein.</translation>
  </message>
  <message>
   <source>Say where the remaining {left:money} of the deposit goes: no units of this backorder are left.</source>
   <translation>Sagen Sie, wohin die restlichen {left:money} der Anzahlung gehen: Von diesem Rückstand ist nichts mehr übrig.</translation>
  </message>
  <message>
   <source>Only the {owed:money} that this invoice gives back can become credit.</source>
   <translation>Nur die {owed:money}, die diese Rechnung zurückgibt, können Guthaben werden.</translation>
  </message>
  <message>
   <source>Canceling this frees only {freed:money} of the deposit.</source>
   <translation>Dieses Storno macht nur {freed:money} der Anzahlung frei.</translation>
  </message>
  <message>
   <source>Deposits and credit can pay at most the {goods:money} that the goods cost.</source>
   <translation>Anzahlung und Guthaben können höchstens die {goods:money} bezahlen, die die Ware kostet.</translation>
  </message>
  <message>
   <source>Only {held:money} is held for this customer.</source>
   <translation>Für diesen Kunden sind nur {held:money} angezahlt.</translation>
  </message>
  <message>
   <source>None of this backorder is outstanding or waiting, so it takes no deposit.</source>
   <translation>Von diesem Rückstand ist nichts ausstehend oder abholbereit; er nimmt keine Anzahlung an.</translation>
  </message>
  <message>
   <source>This invoice is already paid. Post it, or give a tender back first.</source>
   <translation>Diese Rechnung ist schon bezahlt. Buchen Sie sie, oder geben Sie zuerst eine Zahlung zurück.</translation>
  </message>
  <message>
   <source>A backorder needs a customer. Attach one first.</source>
   <translation>Ein Rückstand braucht einen Kunden. Ordnen Sie zuerst einen zu.</translation>
  </message>
  <message>
   <source>Choose the backorder that the money is held for.</source>
   <translation>Wählen Sie den Rückstand, für den das Geld gehalten wird.</translation>
  </message>
  <message>
   <source>Backorder {number} is for another customer or another item.</source>
   <translation>Rückstand {number} ist für einen anderen Kunden oder einen anderen Artikel.</translation>
  </message>
  <message>
   <source>This backorder does not come from this invoice.</source>
   <translation>Dieser Rückstand kommt nicht aus dieser Rechnung.</translation>
  </message>
  <message>
   <source>This tender gives no change. Enter the exact amount for it.</source>
   <translation>Diese Zahlungsart gibt kein Rückgeld. Geben Sie dafür den genauen Betrag ein.</translation>
  </message>
  <message>
   <source>A comment has no quantity, no price and no tax code.</source>
   <translation>Ein Kommentar hat keine Menge, keinen Preis und keinen Steuerschlüssel.</translation>
  </message>
  <message>
   <source>A comment line has no item.</source>
   <translation>Eine Kommentarzeile hat keinen Artikel.</translation>
  </message>
  <message>
   <source>{item} is not stocked and cannot be back-ordered. Sell it when it is done.</source>
   <translation>{item} wird ohne Bestand geführt und kann nicht in den Rückstand genommen werden. Verkaufen Sie es, wenn es erledigt ist.</translation>
  </message>
  <message>
   <source>A comment line stays a comment line. Add the goods on a line of their own.</source>
   <translation>Eine Kommentarzeile bleibt eine Kommentarzeile. Setzen Sie die Ware auf eine eigene Position.</translation>
  </message>
  <message>
   <source>A discount above {most:count} percent needs a reason.</source>
   <translation>Ein Rabatt über {most:count} Prozent braucht einen Grund.</translation>
  </message>
  <message>
   <source>The discount is more than the line's {gross:money}.</source>
   <translation>Der Rabatt ist höher als die {gross:money} der Position.</translation>
  </message>
  <message>
   <source>The discount is more than the {gross:money} that this sale charges.</source>
   <translation>Der Rabatt ist höher als die {gross:money}, die dieser Verkauf kostet.</translation>
  </message>
  <message>
   <source>Enter the number under which the customer is exempt.</source>
   <translation>Geben Sie die Nummer ein, unter der der Kunde befreit ist.</translation>
  </message>
  <message>
   <source>This file was removed meanwhile.</source>
   <translation>Diese Datei wurde inzwischen entfernt.</translation>
  </message>
  <message>
   <source>This file is larger than {most:count} MB. Make it smaller, or attach a picture of it.</source>
   <translation>Diese Datei ist größer als {most:count} MB. Verkleinern Sie sie, oder hängen Sie ein Bild davon an.</translation>
  </message>
  <message>
   <source>This is no whole JPEG or PNG picture and no PDF file. Choose one of these.</source>
   <translation>Das ist kein vollständiges JPEG- oder PNG-Bild und keine PDF-Datei. Wählen Sie eine solche.</translation>
  </message>
  <message>
   <source>This picture has too many pixels. Save it smaller, then choose it again.</source>
   <translation>Dieses Bild hat zu viele Bildpunkte. Speichern Sie es kleiner und wählen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>At most {most:count} files are kept here. Remove one first.</source>
   <translation>Hier werden höchstens {most:count} Dateien aufbewahrt. Entfernen Sie erst eine.</translation>
  </message>
  <message>
   <source>Backorders are filled from the processed invoice that they come from.</source>
   <translation>Rückstände werden aus der gebuchten Rechnung bedient, aus der sie kommen.</translation>
  </message>
  <message>
   <source>This invoice is already committed.</source>
   <translation>Diese Rechnung ist schon reserviert.</translation>
  </message>
  <message>
   <source>This invoice is committed: its goods are set aside. Uncommit it first.</source>
   <translation>Diese Rechnung ist reserviert: Ihre Ware ist zurückgelegt. Heben Sie zuerst die Reservierung auf.</translation>
  </message>
  <message>
   <source>This invoice was discarded.</source>
   <translation>Diese Rechnung wurde verworfen.</translation>
  </message>
  <message>
   <source>These goods are set aside no longer.</source>
   <translation>Diese Ware ist nicht mehr zurückgelegt.</translation>
  </message>
  <message>
   <source>What is picked up here was changed elsewhere. Look at it once more.</source>
   <translation>Was hier abgeholt wird, wurde anderswo geändert. Sehen Sie es noch einmal an.</translation>
  </message>
  <message>
   <source>A discount on the whole sale and goods of other invoices do not go together. Discount single lines, or open the other invoice by itself.</source>
   <translation>Ein Rabatt auf den ganzen Verkauf und Ware anderer Rechnungen gehen nicht zusammen. Geben Sie Rabatt auf einzelne Positionen, oder öffnen Sie die andere Rechnung für sich.</translation>
  </message>
  <message>
   <source>What is picked up here is set aside already, on its own invoices.</source>
   <translation>Was hier abgeholt wird, ist bereits auf seinen eigenen Rechnungen zurückgelegt.</translation>
  </message>
  <message>
   <source>These goods are set aside for nobody by name. Open their invoice itself.</source>
   <translation>Diese Ware ist für niemanden mit Namen zurückgelegt. Öffnen Sie ihre Rechnung selbst.</translation>
  </message>
  <message>
   <source>These goods are set aside for another customer.</source>
   <translation>Diese Ware ist für einen anderen Kunden zurückgelegt.</translation>
  </message>
  <message>
   <source>Choose what is to be picked up.</source>
   <translation>Wählen Sie, was abgeholt wird.</translation>
  </message>
  <message>
   <source>These goods are not taxed like the rest of the invoice. Open their own invoice itself.</source>
   <translation>Diese Ware wird anders besteuert als der Rest der Rechnung. Öffnen Sie ihre eigene Rechnung.</translation>
  </message>
  <message>
   <source>Money was taken for these goods on their invoice already. Open that invoice itself.</source>
   <translation>Für diese Ware wurde auf ihrer Rechnung schon Geld angenommen. Öffnen Sie diese Rechnung selbst.</translation>
  </message>
  <message>
   <source>Several customers are called that. Type more of the name, or the phone number.</source>
   <translation>Mehrere Kunden heißen so. Geben Sie mehr vom Namen ein, oder die Telefonnummer.</translation>
  </message>
  <message>
   <source>Type how many labels to print: whole numbers, and at most {most:count} labels at once.</source>
   <translation>Geben Sie ein, wie viele Etiketten gedruckt werden: ganze Zahlen, höchstens {most:count} Etiketten auf einmal.</translation>
  </message>
  <message>
   <source>Type the first free label of the sheet, counted row by row, from 1 to {most:count}.</source>
   <translation>Geben Sie das erste freie Etikett des Bogens ein, Reihe für Reihe gezählt, von 1 bis {most:count}.</translation>
  </message>
  <message>
   <source>Type how many boxes there are, from 1 to {most:count}.</source>
   <translation>Geben Sie ein, wie viele Kisten es sind, von 1 bis {most:count}.</translation>
  </message>
  <message>
   <source>This line is no longer on the invoice.</source>
   <translation>Diese Position steht nicht mehr auf der Rechnung.</translation>
  </message>
  <message>
   <source>This invoice is not committed.</source>
   <translation>Diese Rechnung ist nicht reserviert.</translation>
  </message>
  <message>
   <source>The invoice is no longer open.</source>
   <translation>Die Rechnung ist nicht mehr in Arbeit.</translation>
  </message>
  <message>
   <source>This invoice is open at {workstation}. Recall it again.</source>
   <translation>Diese Rechnung ist an {workstation} offen. Holen Sie sie noch einmal zurück.</translation>
  </message>
  <message>
   <source>This went on large paper. Print it again from its document or card.</source>
   <translation>Das wurde auf großem Papier gedruckt. Drucken Sie es von seinem Beleg oder seiner Karte aus noch einmal.</translation>
  </message>
  <message>
   <source>These goods wait no more.</source>
   <translation>Diese Ware liegt nicht mehr bereit.</translation>
  </message>
  <message>
   <source>This can be printed once it is posted.</source>
   <translation>Das kann gedruckt werden, sobald es gebucht ist.</translation>
  </message>
  <message>
   <source>This job is just being sent to its printer. Wait a moment, then try again.</source>
   <translation>Dieser Auftrag wird gerade an den Drucker gesendet. Warten Sie einen Moment und versuchen Sie es dann erneut.</translation>
  </message>
  <message>
   <source>This print job was deleted.</source>
   <translation>Dieser Druckauftrag wurde gelöscht.</translation>
  </message>
  <message>
   <source>This invoice is processed and can no longer be changed.</source>
   <translation>Diese Rechnung ist gebucht und lässt sich nicht mehr ändern.</translation>
  </message>
  <message>
   <source>This invoice fills its customer's backorders and cannot go to another customer.</source>
   <translation>Diese Rechnung bedient Rückstände ihres Kunden und kann nicht auf einen anderen Kunden gehen.</translation>
  </message>
  <message>
   <source>An invoice can come to at most {most:money}. Start another one.</source>
   <translation>Eine Rechnung kann höchstens {most:money} ergeben. Beginnen Sie eine neue.</translation>
  </message>
  <message>
   <source>Only {available:quantity} of {item} is available, not {wanted:quantity}.</source>
   <translation>Von {item} sind nur {available:quantity} verfügbar, nicht {wanted:quantity}.</translation>
  </message>
  <message>
   <source>Only {available:quantity} of {item} is available now.</source>
   <translation>Von {item} sind jetzt nur {available:quantity} verfügbar.</translation>
  </message>
  <message>
   <source>Purchase order {number} has only {free:quantity} of {item} left that nobody waits for, not {wanted:quantity}. Tell the customer, and choose again what the line waits for.</source>
   <translation>Bestellung {number} hat nur noch {free:quantity} von {item}, auf die niemand wartet, nicht {wanted:quantity}. Sagen Sie es dem Kunden, und wählen Sie neu, worauf die Position wartet.</translation>
  </message>
  <message>
   <source>No purchase order has goods for this line that nobody waits for.</source>
   <translation>Keine Bestellung hat Ware für diese Position, auf die niemand wartet.</translation>
  </message>
  <message>
   <source>Only a line that is back-ordered (B) can wait for an order.</source>
   <translation>Nur eine Position im Rückstand (B) kann auf eine Bestellung warten.</translation>
  </message>
  <message>
   <source>This line fills a backorder. Take it off or reduce it, and say whether the customer is still owed the goods.</source>
   <translation>Diese Position bedient einen Rückstand. Löschen oder verringern Sie sie, und sagen Sie, ob der Kunde die Ware noch bekommt.</translation>
  </message>
  <message>
   <source>This line does not fill a backorder. Change it on the invoice.</source>
   <translation>Diese Position bedient keinen Rückstand. Ändern Sie sie auf der Rechnung.</translation>
  </message>
  <message>
   <source>Quantity × price comes to more than {most:money}.</source>
   <translation>Menge × Preis ergibt mehr als {most:money}.</translation>
  </message>
  <message>
   <source>Only {outstanding:quantity} can be canceled: no more is outstanding.</source>
   <translation>Nur {outstanding:quantity} lassen sich stornieren: Mehr steht nicht aus.</translation>
  </message>
  <message>
   <source>Only {available:quantity} of this item is available.</source>
   <translation>Von diesem Artikel sind nur {available:quantity} verfügbar.</translation>
  </message>
  <message>
   <source>Only {outstanding:quantity} of this backorder is outstanding.</source>
   <translation>Von diesem Rückstand stehen nur {outstanding:quantity} aus.</translation>
  </message>
  <message>
   <source>Only {waiting:quantity} of this backorder is set aside.</source>
   <translation>Von diesem Rückstand sind nur {waiting:quantity} zurückgelegt.</translation>
  </message>
  <message>
   <source>This backorder needs information first. Its customer has to answer: {question}</source>
   <translation>Für diesen Rückstand ist erst eine Auskunft nötig. Sein Kunde muss antworten: {question}</translation>
  </message>
  <message>
   <source>None of this backorder is outstanding, so there is nothing to ask.</source>
   <translation>Von diesem Rückstand steht nichts aus, also gibt es nichts zu fragen.</translation>
  </message>
  <message>
   <source>No question is open, so there is nothing to answer.</source>
   <translation>Keine Frage ist offen, also gibt es nichts zu beantworten.</translation>
  </message>
  <message>
   <source>A question is open already: {question} Write down its answer first.</source>
   <translation>Eine Frage ist schon offen: {question} Notieren Sie erst die Antwort.</translation>
  </message>
  <message>
   <source>Somebody changed this wish meanwhile. Look at it again.</source>
   <translation>Jemand hat diesen Wunsch inzwischen geändert. Sehen Sie ihn noch einmal an.</translation>
  </message>
  <message>
   <source>The customer no longer wants this.</source>
   <translation>Der Kunde möchte das nicht mehr.</translation>
  </message>
  <message>
   <source>This is no longer on the Want List.</source>
   <translation>Das steht nicht mehr auf der Wunschliste.</translation>
  </message>
  <message>
   <source>The customer got this already.</source>
   <translation>Der Kunde hat das schon bekommen.</translation>
  </message>
  <message>
   <source>Enter the item, or describe what the customer wants.</source>
   <translation>Geben Sie den Artikel an, oder beschreiben Sie, was der Kunde möchte.</translation>
  </message>
  <message>
   <source>This is not on file. Press Change and enter the item once there is a card of it.</source>
   <translation>Dafür gibt es keine Karte. Drücken Sie auf Ändern und geben Sie den Artikel an, sobald es eine gibt.</translation>
  </message>
  <message>
   <source>This is on an open invoice of the customer already.</source>
   <translation>Das steht schon auf einer offenen Rechnung des Kunden.</translation>
  </message>
  <message>
   <source>None of this item is available.</source>
   <translation>Von diesem Artikel ist nichts verfügbar.</translation>
  </message>
  <message>
   <source>None of this backorder is outstanding.</source>
   <translation>Von diesem Rückstand steht nichts aus.</translation>
  </message>
  <message>
   <source>None of this backorder is outstanding, so there is nothing to cancel.</source>
   <translation>Von diesem Rückstand steht nichts aus, also gibt es nichts zu stornieren.</translation>
  </message>
  <message>
   <source>Enter how many to fill of at least one backorder, each only once.</source>
   <translation>Geben Sie für mindestens einen Rückstand ein, wie viel bedient werden soll, jeden nur einmal.</translation>
  </message>
  <message>
   <source>There is nothing on this invoice to post.</source>
   <translation>Auf dieser Rechnung ist nichts zu buchen.</translation>
  </message>
  <message>
   <source>There is nothing on this invoice to set aside.</source>
   <translation>Auf dieser Rechnung ist nichts zurückzulegen.</translation>
  </message>
  <message>
   <source>A Trans Code is S (sale), B (backorder), R (return) or C (comment).</source>
   <translation>Eine Vorgangsart ist S (Verkauf), B (Rückstand), R (Rückgabe) oder C (Kommentar).</translation>
  </message>
  <message>
   <source>Enter less than the {quantity:quantity} on the line, or 0 to take it off.</source>
   <translation>Geben Sie weniger als die {quantity:quantity} der Position ein, oder 0, um sie zu löschen.</translation>
  </message>
  <message>
   <source>Only part of a sale line can be split off.</source>
   <translation>Nur ein Teil einer Verkaufsposition lässt sich abteilen.</translation>
  </message>
  <message>
   <source>Choose the employee who is canceling.</source>
   <translation>Wählen Sie den Mitarbeiter, der storniert.</translation>
  </message>
  <message>
   <source>No customer matches “{typed}”.</source>
   <translation>Kein Kunde passt zu „{typed}“.</translation>
  </message>
  <message>
   <source>No customer matches. Press New Customer to add one.</source>
   <translation>Kein Kunde passt. Mit Neuer Kunde legen Sie einen an.</translation>
  </message>
  <message>
   <source>There is no invoice to discard.</source>
   <translation>Es gibt keine Rechnung zu verwerfen.</translation>
  </message>
  <message>
   <source>This backorder does not exist.</source>
   <translation>Diesen Rückstand gibt es nicht.</translation>
  </message>
  <message>
   <source>This invoice does not exist.</source>
   <translation>Diese Rechnung gibt es nicht.</translation>
  </message>
  <message>
   <source>This shop takes and gives cash in steps of {coin:money}.</source>
   <translation>In diesem Laden gibt es Bargeld nur in Schritten von {coin:money}.</translation>
  </message>
  <message>
   <source>Choose how it is paid.</source>
   <translation>Wählen Sie, wie bezahlt wird.</translation>
  </message>
  <message>
   <source>Enter the amount of this payment.</source>
   <translation>Geben Sie den Betrag dieser Zahlung ein.</translation>
  </message>
  <message>
   <source>{item} has {given:count} serial numbers for a quantity of {units:quantity}. Remove those too many.</source>
   <translation>{item} hat {given:count} Seriennummern bei einer Menge von {units:quantity}. Entfernen Sie die überzähligen.</translation>
  </message>
  <message>
   <source>{item} needs a serial number for each unit: {given:count} of {units:quantity} are entered.</source>
   <translation>{item} braucht für jedes Stück eine Seriennummer: {given:count} von {units:quantity} sind eingegeben.</translation>
  </message>
  <message>
   <source>This line needs no serial numbers.</source>
   <translation>Diese Position braucht keine Seriennummern.</translation>
  </message>
  <message>
   <source>Each {item} has a serial number, so the quantity is a whole number.</source>
   <translation>Jedes Stück von {item} hat eine Seriennummer, darum ist die Menge eine ganze Zahl.</translation>
  </message>
  <message>
   <source>Serial number {serial} is entered twice.</source>
   <translation>Seriennummer {serial} ist zweimal eingegeben.</translation>
  </message>
  <message>
   <source>Serial number {serial} is in stock already and cannot be received again.</source>
   <translation>Seriennummer {serial} ist schon im Bestand und kann nicht noch einmal eingehen.</translation>
  </message>
  <message>
   <source>{serial} is a barcode of {item}, not a serial number. Scan the unit’s own number.</source>
   <translation>{serial} ist ein Strichcode von {item}, keine Seriennummer. Scannen Sie die Nummer des Stücks selbst.</translation>
  </message>
  <message>
   <source>This shop has no record of selling serial number {serial}.</source>
   <translation>Dieses Geschäft hat keinen Verkauf der Seriennummer {serial} verzeichnet.</translation>
  </message>
  <message>
   <source>Serial number {serial} is not one of those that invoice {invoice} sold and that are still out.</source>
   <translation>Die Seriennummer {serial} gehört nicht zu denen, die mit Rechnung {invoice} verkauft wurden und noch draußen sind.</translation>
  </message>
  <message>
   <source>Serial number {serial} is in stock: it was not sold, or was brought back already.</source>
   <translation>Seriennummer {serial} ist im Bestand: Sie wurde nicht verkauft oder schon zurückgenommen.</translation>
  </message>
  <message>
   <source>Serial number {serial} went back to its vendor and was not received again.</source>
   <translation>Seriennummer {serial} ging an den Lieferanten zurück und kam nicht wieder herein.</translation>
  </message>
  <message>
   <source>Serial number {serial} was already sold on invoice {invoice} and was not brought back.</source>
   <translation>Seriennummer {serial} wurde schon mit Rechnung {invoice} verkauft und nicht zurückgebracht.</translation>
  </message>
  <message>
   <source>{item} is set aside for {waiting:shares}. Your role ({role:role}) may not {permission:deeds}. Ask somebody who may.</source>
   <translation>{item} ist zurückgelegt für {waiting:shares}. Ihre Rolle ({role:role}) erlaubt das nicht: {permission:deeds}. Fragen Sie jemanden, der es darf.</translation>
  </message>
  <message>
   <source>{left:money} is still to be paid.</source>
   <translation>{left:money} sind noch zu bezahlen.</translation>
  </message>
  <message>
   <source>Meanwhile a tender was taken or given back on another workstation. Check the tenders and post again.</source>
   <translation>Inzwischen wurde an einem anderen Arbeitsplatz eine Zahlung angenommen oder zurückgegeben. Prüfen Sie die Zahlungen und buchen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Nothing was taken: it was canceled at the card terminal.</source>
   <translation>Es wurde nichts eingezogen: Am Kartenterminal wurde abgebrochen.</translation>
  </message>
  <message>
   <source>The card was declined. Nothing was taken.</source>
   <translation>Die Karte wurde abgelehnt. Es wurde nichts eingezogen.</translation>
  </message>
  <message>
   <source>This is no address of a card terminal. It is a name or number, such as 127.0.0.1:7071.</source>
   <translation>Das ist keine Adresse eines Kartenterminals. Sie ist ein Name oder eine Nummer wie 127.0.0.1:7071.</translation>
  </message>
  <message>
   <source>The card terminal cannot be reached. Nothing was taken. Switch it on, or take another tender.</source>
   <translation>Das Kartenterminal ist nicht erreichbar. Es wurde nichts eingezogen. Schalten Sie es ein oder wählen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>The card terminal was not asked for this.</source>
   <translation>Das Kartenterminal wurde danach nicht gefragt.</translation>
  </message>
  <message>
   <source>The card terminal takes only cards.</source>
   <translation>Das Kartenterminal nimmt nur Karten an.</translation>
  </message>
  <message>
   <source>Pay out on the card terminal itself.</source>
   <translation>Zahlen Sie am Kartenterminal selbst aus.</translation>
  </message>
  <message>
   <source>Nobody knows yet whether the card terminal took the money for this invoice. Say so in Pay first.</source>
   <translation>Noch weiß niemand, ob das Kartenterminal das Geld für diese Rechnung eingezogen hat. Sagen Sie es zuerst beim Bezahlen.</translation>
  </message>
  <message>
   <source>The shop no longer takes this tender. Choose another one.</source>
   <translation>Das Geschäft nimmt diese Zahlungsart nicht mehr an. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>This tender was already given back.</source>
   <translation>Diese Zahlung wurde schon zurückgegeben.</translation>
  </message>
  <message>
   <source>Deposits and credit are offered in Pay by themselves and have no card.</source>
   <translation>Anzahlungen und Guthaben bietet das Bezahlen von selbst an; sie haben keine Karte.</translation>
  </message>
  <message>
   <source>{amount:money} was handed over for this invoice already. Give it back before you discard the invoice.</source>
   <translation>Für diese Rechnung wurden schon {amount:money} gezahlt. Geben Sie den Betrag zurück, bevor Sie die Rechnung verwerfen.</translation>
  </message>
  <message>
   <source>An invoice can have at most {most:count} lines. Pay this one and start another.</source>
   <translation>Eine Rechnung hat höchstens {most:count} Positionen. Kassieren Sie diese, und beginnen Sie eine neue.</translation>
  </message>
  <message>
   <source>This pays out more than the customer is owed.</source>
   <translation>Das zahlt mehr aus, als der Kunde zu bekommen hat.</translation>
  </message>
  <message>
   <source>The total is now {total:money}, not {expected:money}. Check the lines again.</source>
   <translation>Die Summe ist jetzt {total:money}, nicht {expected:money}. Prüfen Sie die Positionen noch einmal.</translation>
  </message>
  <message>
   <source>The amount has the wrong sign.</source>
   <translation>Der Betrag hat das falsche Vorzeichen.</translation>
  </message>
  <message>
   <source>The code says a price for a weight, but the item's card has no price to work the weight out with.</source>
   <translation>Der Code nennt einen Preis für ein Gewicht, aber auf der Artikelkarte steht kein Preis, aus dem sich das Gewicht errechnen ließe.</translation>
  </message>
  <message>
   <source>The code says {amount:money} for {quantity:quantity}, which no unit price comes to. Enter it by hand.</source>
   <translation>Der Code nennt {amount:money} für {quantity:quantity}; das ergibt kein Einzelpreis. Geben Sie es von Hand ein.</translation>
  </message>
  <message>
   <source>The code says a weight or price of 0.</source>
   <translation>Der Code nennt ein Gewicht oder einen Preis von 0.</translation>
  </message>
  <message>
   <source>A code with a price counts once. Scan each of them.</source>
   <translation>Ein Code mit einem Preis zählt einmal. Scannen Sie jeden einzeln.</translation>
  </message>
  <message>
   <source>The part ({part}) of this GS1 code cannot be read.</source>
   <translation>Der Teil ({part}) dieses GS1-Codes ist nicht lesbar.</translation>
  </message>
  <message>
   <source>The check digit of the article number {number} is wrong.</source>
   <translation>Die Prüfziffer der Artikelnummer {number} ist falsch.</translation>
  </message>
  <message>
   <source>This GS1 code names no article: it has no part (01).</source>
   <translation>Dieser GS1-Code nennt keinen Artikel: Ihm fehlt der Teil (01).</translation>
  </message>
  <message>
   <source>No item has the article number {number} of this GS1 code.</source>
   <translation>Kein Artikel hat die Artikelnummer {number} dieses GS1-Codes.</translation>
  </message>
  <message>
   <source>This GS1 code should say a weight, length or volume, and says none that can be used.</source>
   <translation>Dieser GS1-Code müsste ein Gewicht, eine Länge oder ein Volumen nennen und nennt nichts Brauchbares.</translation>
  </message>
  <message>
   <source>This GS1 code has an unknown part: “{part}”.</source>
   <translation>Dieser GS1-Code hat einen unbekannten Teil: „{part}“.</translation>
  </message>
  <message>
   <source>A check digit of this code is wrong. Scan it again.</source>
   <translation>Eine Prüfziffer dieses Codes ist falsch. Scannen Sie ihn noch einmal.</translation>
  </message>
  <message>
   <source>This value can have at most {most:count} decimals.</source>
   <translation>Dieser Wert kann höchstens {most:count} Nachkommastellen haben.</translation>
  </message>
  <message>
   <source>Such a code has 12 or 13 digits with its check digit; this makes {length:count}.</source>
   <translation>Ein solcher Code hat mit seiner Prüfziffer 12 oder 13 Stellen; hier sind es {length:count}.</translation>
  </message>
  <message>
   <source>No item has the article {article} of this code.</source>
   <translation>Kein Artikel hat die Nummer {article} aus diesem Code.</translation>
  </message>
  <message>
   <source>Enter the digits that these codes begin with.</source>
   <translation>Geben Sie die Ziffern ein, mit denen diese Codes beginnen.</translation>
  </message>
  <message>
   <source>“{prefix}” may be a manufacturer's number. A shop's own codes begin with 2, 02 or 04.</source>
   <translation>„{prefix}“ kann die Nummer eines Herstellers sein. Eigene Codes eines Geschäfts beginnen mit 2, 02 oder 04.</translation>
  </message>
  <message>
   <source>Two rows begin with {prefix}.</source>
   <translation>Zwei Zeilen beginnen mit {prefix}.</translation>
  </message>
  <message>
   <source>Only a value of 4 or 5 digits has a check digit of its own.</source>
   <translation>Nur ein Wert mit 4 oder 5 Stellen hat eine eigene Prüfziffer.</translation>
  </message>
  <message>
   <source>The table has at most {most:count} rows.</source>
   <translation>Die Tabelle hat höchstens {most:count} Zeilen.</translation>
  </message>
  <message>
   <source>The price is {price:money} already. Promise at least that, or leave the field blank.</source>
   <translation>Der Preis beträgt schon {price:money}. Versprechen Sie mindestens diesen, oder lassen Sie das Feld leer.</translation>
  </message>
  <message>
   <source>This special order does not exist.</source>
   <translation>Diese Sonderbestellung gibt es nicht.</translation>
  </message>
  <message>
   <source>The deposit is more than the {goods:money} that the goods will cost.</source>
   <translation>Die Anzahlung ist höher als die {goods:money}, die die Ware kosten wird.</translation>
  </message>
  <message>
   <source>The deposit is now {deposit:money}, not {expected:money}. Look at the lines again.</source>
   <translation>Die Anzahlung beträgt jetzt {deposit:money}, nicht {expected:money}. Sehen Sie sich die Positionen noch einmal an.</translation>
  </message>
  <message>
   <source>The invoice that holds this deposit was changed or ended meanwhile. Look at it before you take the deposit again.</source>
   <translation>Die Rechnung mit dieser Anzahlung wurde inzwischen geändert oder beendet. Sehen Sie nach, bevor Sie die Anzahlung noch einmal nehmen.</translation>
  </message>
  <message>
   <source>This item is on file. Scan or type it to add it.</source>
   <translation>Diesen Artikel gibt es schon. Scannen Sie ihn oder geben Sie ihn ein, um ihn hinzuzufügen.</translation>
  </message>
  <message>
   <source>The customer was promised a price not above {most:money}. Ask them, and write down what they said.</source>
   <translation>Dem Kunden wurde ein Preis nicht über {most:money} zugesagt. Fragen Sie ihn, und schreiben Sie auf, was er gesagt hat.</translation>
  </message>
  <message>
   <source>This line is no longer on the special order.</source>
   <translation>Diese Position steht nicht mehr in der Sonderbestellung.</translation>
  </message>
  <message>
   <source>Say what is ordered: a line has no description.</source>
   <translation>Geben Sie an, was bestellt wird: Eine Position hat keine Bezeichnung.</translation>
  </message>
  <message>
   <source>{item} has no price. Enter what the customer will pay for one.</source>
   <translation>{item} hat keinen Preis. Geben Sie ein, was der Kunde für ein Stück bezahlt.</translation>
  </message>
  <message>
   <source>This special order was discarded.</source>
   <translation>Diese Sonderbestellung wurde verworfen.</translation>
  </message>
  <message>
   <source>There is nothing on this special order. Add a line first.</source>
   <translation>Diese Sonderbestellung ist leer. Fügen Sie zuerst eine Position hinzu.</translation>
  </message>
  <message>
   <source>A special order needs a customer. Choose one first.</source>
   <translation>Eine Sonderbestellung braucht einen Kunden. Wählen Sie zuerst einen aus.</translation>
  </message>
  <message>
   <source>This special order is posted. What it promises is on its Backorder cards now.</source>
   <translation>Diese Sonderbestellung ist gebucht. Was sie verspricht, steht jetzt auf den Rückstandskarten.</translation>
  </message>
  <message>
   <source>A special order can have at most {most:count} lines. Post this one and start another.</source>
   <translation>Eine Sonderbestellung hat höchstens {most:count} Zeilen. Buchen Sie diese und beginnen Sie eine neue.</translation>
  </message>
  <message>
   <source>This stock count was discarded.</source>
   <translation>Diese Inventur wurde verworfen.</translation>
  </message>
  <message>
   <source>Nothing is counted yet. Scan what is there first.</source>
   <translation>Es ist noch nichts gezählt. Scannen Sie zuerst, was da ist.</translation>
  </message>
  <message>
   <source>Line {line:count} of the file says no quantity for {code}. Nothing of it was counted.</source>
   <translation>Zeile {line:count} der Datei nennt keine Menge für {code}. Nichts davon wurde gezählt.</translation>
  </message>
  <message>
   <source>These goods were picked up, released or set aside meanwhile. Look at them again.</source>
   <translation>Diese Ware wurde inzwischen abgeholt, freigegeben oder zurückgelegt. Sehen Sie noch einmal nach.</translation>
  </message>
  <message>
   <source>Goods wait for customers: {held:shares}. Say whether they are there first.</source>
   <translation>Ware wartet auf Kunden: {held:shares}. Sagen Sie zuerst, ob sie da ist.</translation>
  </message>
  <message>
   <source>Choose the department that is to be counted.</source>
   <translation>Wählen Sie die Abteilung, die gezählt werden soll.</translation>
  </message>
  <message>
   <source>This stock count is posted and can no longer be changed.</source>
   <translation>Diese Inventur ist gebucht und kann nicht mehr geändert werden.</translation>
  </message>
  <message>
   <source>This code is no longer among those that nobody knows.</source>
   <translation>Dieser Code ist nicht mehr unter denen, die niemand kennt.</translation>
  </message>
  <message>
   <source>A file can have at most {most:count} lines. Divide it and bring in one part after the other.</source>
   <translation>Eine Datei darf höchstens {most:count} Zeilen haben. Teilen Sie sie, und lesen Sie die Teile nacheinander ein.</translation>
  </message>
  <message>
   <source>Scanned codes that nobody knows: {count:count}. Say of each what it is first.</source>
   <translation>Gescannte Codes, die niemand kennt: {count:count}. Sagen Sie zuerst von jedem, was es ist.</translation>
  </message>
  <message>
   <source>Only {held:quantity} wait there. Count what is left over with the goods on the shelf.</source>
   <translation>Dort warten nur {held:quantity}. Zählen Sie, was übrig ist, mit der Ware im Regal.</translation>
  </message>
  <message>
   <source>This stock count does not exist.</source>
   <translation>Diese Inventur gibt es nicht.</translation>
  </message>
 </context>
 <context>
  <name>RefusedGoodsDialog</name>
  <message>
   <source>Return to Vendor</source>
   <translation>An Lieferanten zurück</translation>
  </message>
  <message>
   <source>What the customer refuses is canceled and put on the working return to the vendor it came from. It leaves the stock when that return is posted.</source>
   <translation>Was der Kunde ablehnt, wird storniert und kommt auf die offene Rücksendung an den Lieferanten, von dem es kam. Es verlässt den Bestand, wenn sie gebucht wird.</translation>
  </message>
 </context>
 <context>
  <name>ReleaseGoodsDialog</name>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>The customer is &amp;owed the goods again</source>
   <translation>Der Kunde &amp;bekommt die Ware noch</translation>
  </message>
  <message>
   <source>The customer &amp;no longer wants them</source>
   <translation>Der Kunde will sie &amp;nicht mehr</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Name and reason are needed only for what is no longer wanted.</source>
   <translation>Name und Grund braucht nur, was nicht mehr gewünscht ist.</translation>
  </message>
 </context>
 <context>
  <name>ReleasedDialog</name>
  <message>
   <source>Backorders That Lost Goods</source>
   <translation>Rückstände, die Ware verloren haben</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>These customers are waiting for goods that will not come with this order. Order them again:</source>
   <translation>Diese Kunden warten auf Ware, die mit dieser Bestellung nicht kommt. Bestellen Sie neu:</translation>
  </message>
  <message>
   <source>Backorder {number}: {customer} lost {quantity} × {item}</source>
   <translation>Rückstand {number}: {customer} verliert {quantity} × {item}</translation>
  </message>
 </context>
 <context>
  <name>ReorderListDialog</name>
  <message>
   <source>Reorder List</source>
   <translation>Nachbestellliste</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>As &amp;Proposed</source>
   <translation>Wie &amp;vorgeschlagen</translation>
  </message>
  <message>
   <source>&amp;None</source>
   <translation>&amp;Keine</translation>
  </message>
  <message>
   <source>What is needed from each vendor: what customers are waiting for and what the shelf is short of Max Stock, less what is already on order. OK writes a working order to each; check them before you post.</source>
   <translation>Was von jedem Lieferanten gebraucht wird: worauf Kunden warten und was bis zum Höchstbestand fehlt, abzüglich dessen, was schon bestellt ist. OK schreibt für jeden eine Bestellung; prüfen Sie sie vor dem Buchen.</translation>
  </message>
  <message>
   <source>There is nothing to order: for every item with a Preferred Vendor, enough is in stock or on order.</source>
   <translation>Es gibt nichts zu bestellen: Von jedem Artikel mit Hauptlieferant ist genug auf Lager oder bestellt.</translation>
  </message>
  <message>
   <source>There is nothing to order.</source>
   <translation>Es gibt nichts zu bestellen.</translation>
  </message>
  <message>
   <source>Orders already written: {count}.</source>
   <translation>Schon geschriebene Bestellungen: {count}.</translation>
  </message>
 </context>
 <context>
  <name>ReportFilter</name>
  <message>
   <source>All departments</source>
   <translation>Alle Warengruppen</translation>
  </message>
  <message>
   <source>All employees</source>
   <translation>Alle Mitarbeiter</translation>
  </message>
  <message>
   <source>All vendors</source>
   <translation>Alle Lieferanten</translation>
  </message>
  <message>
   <source>{count} days</source>
   <translation>{count} Tage</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Not Sold For</source>
   <translation>Nicht verkauft seit</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Zeitraum</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>the beginning</source>
   <translation>Beginn</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
 </context>
 <context>
  <name>ReportRows</name>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
 </context>
 <context>
  <name>Reports</name>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Geld</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Gestern</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Diese Woche</translation>
  </message>
  <message>
   <source>Last week</source>
   <translation>Letzte Woche</translation>
  </message>
  <message>
   <source>This month</source>
   <translation>Dieser Monat</translation>
  </message>
  <message>
   <source>Last month</source>
   <translation>Letzter Monat</translation>
  </message>
  <message>
   <source>This year</source>
   <translation>Dieses Jahr</translation>
  </message>
  <message>
   <source>Last year</source>
   <translation>Letztes Jahr</translation>
  </message>
  <message>
   <source>Since the beginning</source>
   <translation>Seit Beginn</translation>
  </message>
  <message>
   <source>Other days</source>
   <translation>Andere Tage</translation>
  </message>
  <message>
   <source>Units</source>
   <translation>Einheiten</translation>
  </message>
  <message>
   <source>Without Tax</source>
   <translation>Ohne Steuer</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Rohertrag</translation>
  </message>
  <message>
   <source>Margin %</source>
   <translation>Rohertrag %</translation>
  </message>
  <message>
   <source>Sales less returns, without tax, and what the goods cost when they were sold.</source>
   <translation>Verkäufe abzüglich Rückgaben, ohne Steuer, und was die Ware beim Verkauf gekostet hatte.</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>MwSt.</translation>
  </message>
  <message>
   <source>Each tax, and what it is paid on. Fees that were kept are in Deposits and Fees.</source>
   <translation>Jede Steuer und worauf sie gezahlt wird. Einbehaltene Gebühren stehen unter Anzahlungen und Gebühren.</translation>
  </message>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Exempt</source>
   <translation>Steuerbefreit</translation>
  </message>
  <message>
   <source>No tax code</source>
   <translation>Ohne Steuerschlüssel</translation>
  </message>
  <message>
   <source>Tax Name</source>
   <translation>Name der Steuer</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Sales Without Tax</source>
   <translation>Verkäufe ohne Steuer</translation>
  </message>
  <message>
   <source>Tenders</source>
   <translation>Zahlungsarten</translation>
  </message>
  <message>
   <source>What posted invoices were paid by. Deposit and Credit are money held before.</source>
   <translation>Womit gebuchte Rechnungen bezahlt wurden. Anzahlung und Guthaben sind Geld, das schon da war.</translation>
  </message>
  <message>
   <source>Tender</source>
   <translation>Zahlungsart</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Eingenommen</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Given Back</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>Discounts and Price Changes</source>
   <translation>Rabatte und Preise</translation>
  </message>
  <message>
   <source>What was sold for another price than its list price, by whom and why.</source>
   <translation>Was zu einem anderen als dem Listenpreis verkauft wurde, von wem und warum.</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>No reason</source>
   <translation>Ohne Grund</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Price Changes</source>
   <translation>Preisänderungen</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>Rabatte</translation>
  </message>
  <message>
   <source>Given in All</source>
   <translation>Insgesamt</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source>What came back, by the reason that was given.</source>
   <translation>Was zurückkam, nach dem angegebenen Grund.</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Without a Receipt</source>
   <translation>Ohne Beleg</translation>
  </message>
  <message>
   <source>Margin by Item</source>
   <translation>Rohertrag je Artikel</translation>
  </message>
  <message>
   <source>Margin by Department</source>
   <translation>Rohertrag je Warengruppe</translation>
  </message>
  <message>
   <source>Deposits and Fees</source>
   <translation>Anzahlungen und Gebühren</translation>
  </message>
  <message>
   <source>What customers paid ahead, what became of it, and the fees that were kept.</source>
   <translation>Was Kunden vorausgezahlt haben, was daraus wurde, und welche Gebühren einbehalten wurden.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Paid ahead</source>
   <translation>Vorausgezahlt</translation>
  </message>
  <message>
   <source>Given as credit</source>
   <translation>Als Guthaben gegeben</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Verwendet</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>Erstattet</translation>
  </message>
  <message>
   <source>Fees kept</source>
   <translation>Einbehaltene Gebühren</translation>
  </message>
  <message>
   <source>Movements</source>
   <translation>Bewegungen</translation>
  </message>
  <message>
   <source>In</source>
   <translation>Herein</translation>
  </message>
  <message>
   <source>Out</source>
   <translation>Hinaus</translation>
  </message>
  <message>
   <source>On Deposit</source>
   <translation>Angezahlt</translation>
  </message>
  <message>
   <source>What the shop holds for customers now; credit below zero is owed on account.</source>
   <translation>Was das Geschäft jetzt für Kunden verwahrt; Guthaben unter null ist auf Rechnung geschuldet.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>No department</source>
   <translation>Ohne Warengruppe</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Net Sales</source>
   <translation>Umsatz</translation>
  </message>
  <message>
   <source>From Backorders</source>
   <translation>Aus Rückständen</translation>
  </message>
  <message>
   <source>With Tax</source>
   <translation>Mit Steuer</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Zurückgegeben</translation>
  </message>
  <message>
   <source>Sales by Day</source>
   <translation>Verkäufe je Tag</translation>
  </message>
  <message>
   <source>What was sold and taken back on each day, after all discounts.</source>
   <translation>Was an jedem Tag verkauft und zurückgenommen wurde, nach allen Rabatten.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Sales by Hour</source>
   <translation>Verkäufe je Stunde</translation>
  </message>
  <message>
   <source>At which hours of the day the shop sells; each begins at the time shown.</source>
   <translation>Zu welchen Stunden des Tages das Geschäft verkauft; jede beginnt zur angezeigten Zeit.</translation>
  </message>
  <message>
   <source>Hour</source>
   <translation>Stunde</translation>
  </message>
  <message>
   <source>Sales by Department</source>
   <translation>Verkäufe je Warengruppe</translation>
  </message>
  <message>
   <source>What each department sold, by the department that its items are in today.</source>
   <translation>Was jede Warengruppe verkauft hat, nach der heutigen Warengruppe der Artikel.</translation>
  </message>
  <message>
   <source>Sales by Item</source>
   <translation>Verkäufe je Artikel</translation>
  </message>
  <message>
   <source>How much of each item was sold and came back.</source>
   <translation>Wie viel von jedem Artikel verkauft wurde und zurückkam.</translation>
  </message>
  <message>
   <source>Sales by Employee</source>
   <translation>Verkäufe je Mitarbeiter</translation>
  </message>
  <message>
   <source>What each employee sold and took back.</source>
   <translation>Was jeder Mitarbeiter verkauft und zurückgenommen hat.</translation>
  </message>
  <message>
   <source>Sales by Customer</source>
   <translation>Verkäufe je Kunde</translation>
  </message>
  <message>
   <source>What each customer bought and brought back; merged cards count as one.</source>
   <translation>Was jeder Kunde gekauft und zurückgebracht hat; zusammengeführte Karten zählen als eine.</translation>
  </message>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>Worth at Cost</source>
   <translation>Wert zum EK</translation>
  </message>
  <message>
   <source>Stock Value</source>
   <translation>Bestandswert</translation>
  </message>
  <message>
   <source>What is on hand now, at what it last cost and at the price on the card.</source>
   <translation>Was jetzt vorrätig ist, zum letzten EK-Preis und zum Preis auf der Karte.</translation>
  </message>
  <message>
   <source>On Hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Unit Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Worth at Price</source>
   <translation>Wert zum Preis</translation>
  </message>
  <message>
   <source>Stock Movements</source>
   <translation>Bestandsbewegungen</translation>
  </message>
  <message>
   <source>What was on hand first, what came and went, and what was on hand afterwards.</source>
   <translation>Was zuerst vorrätig war, was kam und ging, und was danach vorrätig war.</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Came Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>To Vendors</source>
   <translation>An Lieferanten</translation>
  </message>
  <message>
   <source>Adjusted</source>
   <translation>Angepasst</translation>
  </message>
  <message>
   <source>Afterwards</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>Slow and Dead Stock</source>
   <translation>Ladenhüter</translation>
  </message>
  <message>
   <source>What is on hand and has not been sold for so long. What came since then is left out.</source>
   <translation>Was vorrätig ist und so lange nicht verkauft wurde. Was seither kam, ist nicht dabei.</translation>
  </message>
  <message>
   <source>Last Sold</source>
   <translation>Zuletzt verkauft</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Vendor Lead Times</source>
   <translation>Lieferzeiten</translation>
  </message>
  <message>
   <source>How many days deliveries took from posting the order, and how many came late.</source>
   <translation>Wie viele Tage Lieferungen ab dem Buchen der Bestellung brauchten, und wie viele zu spät kamen.</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Lieferungen</translation>
  </message>
  <message>
   <source>Average Days</source>
   <translation>Tage im Mittel</translation>
  </message>
  <message>
   <source>Fewest</source>
   <translation>Wenigste</translation>
  </message>
  <message>
   <source>Most</source>
   <translation>Meiste</translation>
  </message>
  <message>
   <source>With an Expected Day</source>
   <translation>Mit erwartetem Tag</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Open Backorders</source>
   <translation>Offene Rückstände</translation>
  </message>
  <message>
   <source>What customers wait for, by age: what it is worth, what of it is tied up in goods.</source>
   <translation>Worauf Kunden warten, nach Alter: was es wert ist und was davon in Ware gebunden ist.</translation>
  </message>
  <message>
   <source>Worth</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Tied Up</source>
   <translation>Gebunden</translation>
  </message>
  <message>
   <source>Up to 7 days</source>
   <translation>Bis 7 Tage</translation>
  </message>
  <message>
   <source>8 to 30 days</source>
   <translation>8 bis 30 Tage</translation>
  </message>
  <message>
   <source>31 to 90 days</source>
   <translation>31 bis 90 Tage</translation>
  </message>
  <message>
   <source>More than 90 days</source>
   <translation>Über 90 Tage</translation>
  </message>
  <message>
   <source>Lost Sales</source>
   <translation>Entgangene Verkäufe</translation>
  </message>
  <message>
   <source>What was canceled of backorders, by the reason that was given.</source>
   <translation>Was von Rückständen storniert wurde, nach dem angegebenen Grund.</translation>
  </message>
  <message>
   <source>Cancellations</source>
   <translation>Stornierungen</translation>
  </message>
 </context>
 <context>
  <name>ReportsScreen</name>
  <message>
   <source>Reports</source>
   <translation>Berichte</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Find in these rows</source>
   <translation>In diesen Zeilen suchen</translation>
  </message>
  <message>
   <source>Find (Ctrl+F)</source>
   <translation>Suchen (Strg+F)</translation>
  </message>
  <message>
   <source>Working out…</source>
   <translation>Wird berechnet …</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>R&amp;efresh</source>
   <translation>&amp;Aktualisieren</translation>
  </message>
  <message>
   <source>Refresh (F5)</source>
   <translation>Aktualisieren (F5)</translation>
  </message>
  <message>
   <source>Show &amp;Documents</source>
   <translation>&amp;Belege zeigen</translation>
  </message>
  <message>
   <source>Sa&amp;ve…</source>
   <translation>S&amp;peichern …</translation>
  </message>
  <message>
   <source>Save it for a spreadsheet, as XLSX or CSV</source>
   <translation>Für eine Tabellenkalkulation speichern, als XLSX oder CSV</translation>
  </message>
  <message>
   <source>&amp;Print…</source>
   <translation>Druc&amp;ken …</translation>
  </message>
  <message>
   <source>On paper or as PDF</source>
   <translation>Auf Papier oder als PDF</translation>
  </message>
  <message>
   <source>Correct the days above.</source>
   <translation>Berichtigen Sie die Tage oben.</translation>
  </message>
  <message>
   <source>This was not worked out. Refresh (F5) begins again.</source>
   <translation>Dies wurde nicht berechnet. Aktualisieren (F5) beginnt von vorn.</translation>
  </message>
  <message>
   <source>Nothing found for “{text}”.</source>
   <translation>Nichts gefunden für „{text}“.</translation>
  </message>
  <message>
   <source>Nothing in this period.</source>
   <translation>Nichts in diesem Zeitraum.</translation>
  </message>
  <message>
   <source>There is nothing of this.</source>
   <translation>Davon gibt es nichts.</translation>
  </message>
  <message>
   <source>{title}: chart of {value}</source>
   <translation>{title}: Diagramm von {value}</translation>
  </message>
  <message>
   <source>These are {count} rows, too many for paper. Save them for a spreadsheet instead.</source>
   <translation>Das sind {count} Zeilen, zu viele für Papier. Speichern Sie sie stattdessen für eine Tabellenkalkulation.</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>The shop becomes what it was when the backup was made. What is there now is kept beside it. Close the windows on all other workstations first.</source>
   <translation>Der Laden wird, was er war, als die Sicherung gemacht wurde. Was jetzt da ist, bleibt daneben erhalten. Schließen Sie vorher die Fenster an allen anderen Arbeitsplätzen.</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Choose File…</source>
   <translation>Datei wählen …</translation>
  </message>
  <message>
   <source>Looking the backup through</source>
   <translation>Die Sicherung wird durchgesehen</translation>
  </message>
  <message>
   <source>Looking the backup through…</source>
   <translation>Die Sicherung wird durchgesehen …</translation>
  </message>
  <message>
   <source>Choose Backup</source>
   <translation>Sicherung wählen</translation>
  </message>
  <message>
   <source>Backups (*.sqlite *.dump)</source>
   <translation>Sicherungen (*.sqlite *.dump)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>{file} cannot be read: {why}.</source>
   <translation>{file} kann nicht gelesen werden: {why}.</translation>
  </message>
  <message>
   <source>{shop}, as it was {when}. The backup is whole and its records agree.</source>
   <translation>{shop}, Stand {when}. Die Sicherung ist vollständig und ihre Daten stimmen überein.</translation>
  </message>
  <message>
   <source>It is of another shop than the one that is open here.</source>
   <translation>Sie ist von einem anderen Laden als dem, der hier offen ist.</translation>
  </message>
  <message>
   <source>Nobody here can tell which numbers were handed out after it. Type the highest ones that you find on paper, so that none comes twice.</source>
   <translation>Niemand hier weiß, welche Nummern danach vergeben wurden. Geben Sie die höchsten ein, die Sie auf Papier finden, damit keine zweimal vorkommt.</translation>
  </message>
  <message>
   <source>Last invoice</source>
   <translation>Letzte Rechnung</translation>
  </message>
  <message>
   <source>Last backorder</source>
   <translation>Letzter Rückstand</translation>
  </message>
  <message>
   <source>Last purchase order</source>
   <translation>Letzte Bestellung</translation>
  </message>
  <message>
   <source>Last receiving log</source>
   <translation>Letzter Wareneingang</translation>
  </message>
  <message>
   <source>Last correction of a receiving log</source>
   <translation>Letzte Berichtigung eines Wareneingangs</translation>
  </message>
  <message>
   <source>Last special order</source>
   <translation>Letzter Sonderauftrag</translation>
  </message>
  <message>
   <source>Last return to a vendor</source>
   <translation>Letzte Rücksendung an einen Lieferanten</translation>
  </message>
  <message>
   <source>Last stock count</source>
   <translation>Letzte Inventur</translation>
  </message>
  <message>
   <source>Last number under the bars of a slip</source>
   <translation>Letzte Nummer unter dem Strichcode eines Scheins</translation>
  </message>
 </context>
 <context>
  <name>ReturnHeaderDialog</name>
  <message>
   <source>Authorization and Note</source>
   <translation>Rücksendenummer und Notiz</translation>
  </message>
  <message>
   <source>Return Authorization</source>
   <translation>Rücksendenummer</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
 </context>
 <context>
  <name>ReturnItemsDialog</name>
  <message>
   <source>Reverse Invoice {number}</source>
   <translation>Rechnung {number} rückabwickeln</translation>
  </message>
  <message>
   <source>Return Items of Invoice {number}</source>
   <translation>Artikel der Rechnung {number} zurücknehmen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Sold on {day} to {customer}</source>
   <translation>Verkauft am {day} an {customer}</translation>
  </message>
  <message>
   <source>Sold on {day}</source>
   <translation>Verkauft am {day}</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>Returned Before</source>
   <translation>Schon zurück</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wohin</translation>
  </message>
  <message>
   <source>All of it came back already.</source>
   <translation>Alles davon ist schon zurück.</translation>
  </message>
  <message>
   <source>Return of {item}</source>
   <translation>Rückgabe von {item}</translation>
  </message>
  <message>
   <source>up to {left}</source>
   <translation>bis {left}</translation>
  </message>
  <message>
   <source>Reason for {item}</source>
   <translation>Grund für {item}</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Regal</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Where {item} goes</source>
   <translation>Wohin {item} kommt</translation>
  </message>
  <message>
   <source>Return &amp;All</source>
   <translation>&amp;Alles zurücknehmen</translation>
  </message>
  <message>
   <source>Return All</source>
   <translation>Alles zurücknehmen</translation>
  </message>
  <message>
   <source>Cancel backorder {number}: {quantity} × {item}</source>
   <translation>Rückstand {number} stornieren: {quantity} × {item}</translation>
  </message>
  <message>
   <source>Cancel backorder {number}: {quantity} × {item}, of which {waiting} set aside</source>
   <translation>Rückstand {number} stornieren: {quantity} × {item}, davon {waiting} zurückgelegt</translation>
  </message>
  <message>
   <source>What is ticked is canceled with OK, for good. The goods come back only when their invoice is posted.</source>
   <translation>Was angekreuzt ist, wird mit OK endgültig storniert. Die Ware kommt erst zurück, wenn ihre Rechnung gebucht wird.</translation>
  </message>
  <message>
   <source>What is ticked is canceled with OK, for good, and what is set aside of it is released. The goods come back only when their invoice is posted.</source>
   <translation>Was angekreuzt ist, wird mit OK endgültig storniert, und was davon zurückgelegt ist, wird frei. Die Ware kommt erst zurück, wenn ihre Rechnung gebucht wird.</translation>
  </message>
  <message>
   <source>Money Back</source>
   <translation>Erstattung</translation>
  </message>
  <message>
   <source>Money Back for the Goods</source>
   <translation>Erstattung für die Ware</translation>
  </message>
  <message>
   <source>Money Back {amount}</source>
   <translation>Erstattung {amount}</translation>
  </message>
  <message>
   <source>Reversal of invoice {number}</source>
   <translation>Rückabwicklung von Rechnung {number}</translation>
  </message>
 </context>
 <context>
  <name>ReturnLineDialog</name>
  <message>
   <source>Add Goods</source>
   <translation>Ware hinzufügen</translation>
  </message>
  <message>
   <source>Change Line</source>
   <translation>Zeile ändern</translation>
  </message>
  <message>
   <source>code, barcode or description</source>
   <translation>Nummer, Strichcode oder Bezeichnung</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>by the item's card</source>
   <translation>laut Artikelkarte</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>May go back: {available}</source>
   <translation>Kann zurück: {available}</translation>
  </message>
  <message>
   <source>Left of this delivery: {left}</source>
   <translation>Von dieser Lieferung übrig: {left}</translation>
  </message>
 </context>
 <context>
  <name>ReturnReasonDialog</name>
  <message>
   <source>Return without a Receipt</source>
   <translation>Rückgabe ohne Beleg</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>No sale is named for what comes back: {goods}</source>
   <translation>Für die Rückgabe ist kein Verkauf genannt: {goods}</translation>
  </message>
  <message>
   <source>Why it comes back</source>
   <translation>Warum es zurückkommt</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Regal</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wohin</translation>
  </message>
 </context>
 <context>
  <name>Role</name>
  <message>
   <source>Owner</source>
   <translation>Inhaber</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Leitung</translation>
  </message>
  <message>
   <source>Clerk</source>
   <translation>Verwaltung</translation>
  </message>
  <message>
   <source>Cashier</source>
   <translation>Kassenkraft</translation>
  </message>
 </context>
 <context>
  <name>RoleCard</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Who Has It</source>
   <translation>Wer sie hat</translation>
  </message>
  <message>
   <source>Customize</source>
   <translation>Anpassen</translation>
  </message>
  <message>
   <source>Show each single permission</source>
   <translation>Jede einzelne Erlaubnis zeigen</translation>
  </message>
  <message>
   <source>Everybody who works here sells at full price. This role may also:</source>
   <translation>Zum vollen Preis verkauft jeder, der hier arbeitet. Diese Rolle darf außerdem:</translation>
  </message>
  <message>
   <source>Largest discount %</source>
   <translation>Größter Rabatt in %</translation>
  </message>
  <message>
   <source>What must be left of the price %</source>
   <translation>Was vom Preis bleiben muss in %</translation>
  </message>
  <message>
   <source>Most given back for a line</source>
   <translation>Höchstens je Position zurückgeben</translation>
  </message>
  <message>
   <source>Most given back for a line without a receipt</source>
   <translation>Höchstens je Position ohne Beleg zurückgeben</translation>
  </message>
  <message>
   <source>Most paid out for one invoice</source>
   <translation>Höchste Auszahlung je Rechnung</translation>
  </message>
  <message>
   <source>Smallest deposit %</source>
   <translation>Kleinste Anzahlung %</translation>
  </message>
  <message>
   <source>Largest cancellation fee, % of the deposit</source>
   <translation>Höchste Stornogebühr, % der Anzahlung</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>unbegrenzt</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Niemand</translation>
  </message>
  <message>
   <source>New Role</source>
   <translation>Neue Rolle</translation>
  </message>
 </context>
 <context>
  <name>RoleDeck</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>There are no roles. Press Add to create a Role card.</source>
   <translation>Es gibt keine Rollen. Drücken Sie „Hinzufügen“, um eine Rollenkarte anzulegen.</translation>
  </message>
 </context>
 <context>
  <name>Sale</name>
  <message>
   <source>This invoice was posted on another workstation.</source>
   <translation>Diese Rechnung wurde an einem anderen Arbeitsplatz gebucht.</translation>
  </message>
  <message>
   <source>This invoice was discarded on another workstation.</source>
   <translation>Diese Rechnung wurde an einem anderen Arbeitsplatz verworfen.</translation>
  </message>
  <message>
   <source>This invoice was recalled at {workstation}.</source>
   <translation>Diese Rechnung wurde an {workstation} zurückgeholt.</translation>
  </message>
 </context>
 <context>
  <name>SaleDiscountDialog</name>
  <message>
   <source>Discount on the Sale</source>
   <translation>Rabatt auf den Verkauf</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Enter an amount, or a percentage like 10%. It comes off what is sold now, besides the lines’ own discounts; backorders and returns have no part in it. Leave it empty for no discount.</source>
   <translation>Geben Sie einen Betrag oder einen Prozentsatz wie 10% ein. Er geht von dem ab, was jetzt verkauft wird, neben den Rabatten der Positionen; Rückstände und Rückgaben sind nicht beteiligt. Leer lassen für keinen Rabatt.</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Why this sale is cheaper</source>
   <translation>Warum dieser Verkauf günstiger ist</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>ScansNotTaken</name>
  <message>
   <source>Scans Not Taken</source>
   <translation>Nicht angenommene Scans</translation>
  </message>
  <message>
   <source>Not saved. Press Find to try again.</source>
   <translation>Nicht gespeichert. Drücken Sie Suchen, um es noch einmal zu versuchen.</translation>
  </message>
  <message>
   <source>Scans waiting for your answer: {count}</source>
   <translation>Scans, die auf Ihre Antwort warten: {count}</translation>
  </message>
 </context>
 <context>
  <name>ScansPage</name>
  <message>
   <source>A scan may be a vendor's item number</source>
   <translation>Ein Scan kann die Artikelnummer eines Lieferanten sein</translation>
  </message>
  <message>
   <source>Add Row</source>
   <translation>Zeile hinzufügen</translation>
  </message>
  <message>
   <source>Vendors' Numbers</source>
   <translation>Nummern von Lieferanten</translation>
  </message>
  <message>
   <source>Weight and Price Codes</source>
   <translation>Gewichts- und Preiscodes</translation>
  </message>
  <message>
   <source>A scale prints 12 or 13 digits: first digits, article, weight or price, and a check digit. The article is an item ID or a barcode.</source>
   <translation>Eine Waage druckt 12 oder 13 Ziffern: Anfang, Artikel, Gewicht oder Preis und eine Prüfziffer. Der Artikel ist eine Artikelnummer oder ein Barcode.</translation>
  </message>
  <message>
   <source>First Digits</source>
   <translation>Anfang</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Prüfz.</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Decimals</source>
   <translation>Komma</translation>
  </message>
  <message>
   <source>Means</source>
   <translation>Bedeutung</translation>
  </message>
  <message>
   <source>A check digit of its own stands before the value</source>
   <translation>Vor dem Wert steht eine eigene Prüfziffer</translation>
  </message>
  <message>
   <source>Remove Row</source>
   <translation>Zeile entfernen</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>Price of one</source>
   <translation>Stückpreis</translation>
  </message>
  <message>
   <source>Price by weight</source>
   <translation>Gewichtspreis</translation>
  </message>
 </context>
 <context>
  <name>ScreenTabs</name>
  <message>
   <source>Open Screens</source>
   <translation>Geöffnet</translation>
  </message>
  <message>
   <source>New Window</source>
   <translation>Neues Fenster</translation>
  </message>
  <message>
   <source>Move this screen to its own window (Ctrl+Shift+O)</source>
   <translation>Dies in ein eigenes Fenster bewegen (Strg+Umschalt+O)</translation>
  </message>
  <message>
   <source>Close {name}</source>
   <translation>{name} schließen</translation>
  </message>
  <message>
   <source>Close (Ctrl+W)</source>
   <translation>Schließen (Strg+W)</translation>
  </message>
  <message>
   <source>Move to New Window</source>
   <translation>In neues Fenster bewegen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>Sending</name>
  <message>
   <source>the printer did not take it</source>
   <translation>der Drucker hat es nicht angenommen</translation>
  </message>
  <message>
   <source>No letters for {letters}</source>
   <translation>Keine Zeichen für {letters}</translation>
  </message>
  <message>
   <source>it is offline; its paper may be out or its cover open</source>
   <translation>er ist nicht bereit; vielleicht fehlt Papier oder die Klappe ist offen</translation>
  </message>
  <message>
   <source>it does not say that it has everything; it may hang</source>
   <translation>er meldet nicht, dass er alles hat; vielleicht hängt er</translation>
  </message>
 </context>
 <context>
  <name>SerialNumbersDialog</name>
  <message>
   <source>Serial Numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Scan or type, one per line</source>
   <translation>Scannen oder eingeben, eine je Zeile</translation>
  </message>
  <message>
   <source>In Stock</source>
   <translation>Im Bestand</translation>
  </message>
  <message>
   <source>Press Enter or double-click to take a number into the list</source>
   <translation>Eingabetaste oder Doppelklick nimmt eine Nummer in die Liste</translation>
  </message>
  <message>
   <source>{count} of {units} entered</source>
   <translation>{count} von {units} eingegeben</translation>
  </message>
  <message>
   <source>{why} Take the unit back all the same?</source>
   <translation>{why} Das Stück trotzdem zurücknehmen?</translation>
  </message>
  <message>
   <source>Take It Back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Check the Number</source>
   <translation>Nummer prüfen</translation>
  </message>
  <message>
   <source>Not Sold Here</source>
   <translation>Nicht hier verkauft</translation>
  </message>
 </context>
 <context>
  <name>SetBackordersDialog</name>
  <message>
   <source>Set Backorders to Customers</source>
   <translation>Ware den Rückständen zuweisen</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Rcv sets goods aside for the customer on an Open Invoice. Canc cancels what the customer no longer wants, with a reason. What is left goes on the shelf.</source>
   <translation>Eingang legt Ware auf einer Rechnung in Arbeit für den Kunden zurück. Storno streicht mit einem Grund, was der Kunde nicht mehr will. Was übrig ist, kommt ins Regal.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Name</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>&amp;Total</source>
   <translation>&amp;Gesamt</translation>
  </message>
  <message>
   <source>&amp;OK</source>
   <translation>&amp;OK</translation>
  </message>
  <message>
   <source>Everything adds up. Press OK to post the receiving log.</source>
   <translation>Alles geht auf. OK bucht den Wareneingang.</translation>
  </message>
  <message>
   <source>Received {received} · Set to customers {rcv} ({customers}) · Left {left} · Canceled {canceled}</source>
   <translation>Erhalten {received} · Für Kunden {rcv} ({customers}) · Übrig {left} · Storniert {canceled}</translation>
  </message>
  <message numerus="yes">
   <source>%n customers</source>
   <translation>
    <numerusform>%n Kunde</numerusform>
    <numerusform>%n Kunden</numerusform>
   </translation>
  </message>
  <message>
   <source>Somebody just changed these backorders. The figures are up to date; what you typed is kept.</source>
   <translation>Jemand hat diese Rückstände soeben geändert. Die Zahlen sind aktuell; was Sie getippt haben, bleibt.</translation>
  </message>
 </context>
 <context>
  <name>ShareRows</name>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Allocated</source>
   <translation>Zugeteilt</translation>
  </message>
  <message>
   <source>Rcv</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <source>Canc</source>
   <translation>Storno</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Received {received} · Set to customers {rcv} · Left for the shelf {left}</source>
   <translation>Erhalten {received} · Für Kunden {rcv} · Übrig fürs Regal {left}</translation>
  </message>
  <message>
   <source>{units}, one piece</source>
   <translation>{units}, ein Stück</translation>
  </message>
 </context>
 <context>
  <name>SpecialOrderCard</name>
  <message>
   <source>New Special Order</source>
   <translation>Neue Sonderbestellung</translation>
  </message>
  <message>
   <source>Special Order {number}</source>
   <translation>Sonderbestellung {number}</translation>
  </message>
  <message>
   <source>Special Order</source>
   <translation>Sonderbestellung</translation>
  </message>
  <message>
   <source>Order for {name}</source>
   <translation>Bestellung für {name}</translation>
  </message>
 </context>
 <context>
  <name>SpecialOrdersPage</name>
  <message>
   <source>Usual Deposit</source>
   <translation>Übliche Anzahlung</translation>
  </message>
  <message>
   <source>A percentage like 25% of all that the customer will pay, tax included, or an amount, but no more than they will pay. A new special order asks this much; who may ask less, and how little, is said on their role.</source>
   <translation>Ein Prozentsatz wie 25% von allem, was der Kunde zahlen wird, Steuer eingeschlossen, oder ein Betrag, aber nicht mehr, als er zahlen wird. So viel verlangt eine neue Sonderbestellung; wer weniger verlangen darf, und wie wenig, steht bei seiner Rolle.</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>Printed on the confirmation, above the line to sign.</source>
   <translation>Gedruckt auf der Bestätigung, über der Zeile für die Unterschrift.</translation>
  </message>
 </context>
 <context>
  <name>StandingTenders</name>
  <message>
   <source>Take Back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Give Back</source>
   <translation>Zurückgeben</translation>
  </message>
  <message>
   <source>Take Back {tender}</source>
   <translation>Zurücknehmen: {tender}</translation>
  </message>
  <message>
   <source>Give Back {tender}</source>
   <translation>Zurückgeben: {tender}</translation>
  </message>
 </context>
 <context>
  <name>Start</name>
  <message>
   <source>Has somebody backed the server up, so that the shop may be upgraded now?</source>
   <translation>Hat jemand den Server gesichert, sodass das Geschäft jetzt aktualisiert werden darf?</translation>
  </message>
  <message>
   <source>Upgrade Without a Backup Here</source>
   <translation>Ohne Sicherung von hier aktualisieren</translation>
  </message>
  <message>
   <source>Upgrade</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>The shop is restored. What was there before is kept: {place}</source>
   <translation>Der Laden ist wiederhergestellt. Was vorher da war, bleibt erhalten: {place}</translation>
  </message>
  <message>
   <source>The shop</source>
   <translation>Das Geschäft</translation>
  </message>
  <message>
   <source>{what} cannot be opened: {why}.</source>
   <translation>{what} lässt sich nicht öffnen: {why}.</translation>
  </message>
  <message>
   <source>The shop cannot be opened. What happened is in the program's log.</source>
   <translation>Das Geschäft lässt sich nicht öffnen. Was geschah, steht im Protokoll des Programms.</translation>
  </message>
 </context>
 <context>
  <name>StatementDialog</name>
  <message>
   <source>Statement of Account</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
 </context>
 <context>
  <name>StillHas</name>
  <message>
   <source>Archive</source>
   <translation>Archivieren</translation>
  </message>
  <message>
   <source>{card} still has:</source>
   <translation>{card} hat noch:</translation>
  </message>
  <message>
   <source>Archive Anyway</source>
   <translation>Trotzdem archivieren</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>All of this stays and can be finished. An archived card is offered for nothing new.</source>
   <translation>All das bleibt und kann zu Ende gebracht werden. Eine archivierte Karte wird für nichts Neues mehr angeboten.</translation>
  </message>
  <message>
   <source>A card that is used on any document is archived instead.</source>
   <translation>Eine Karte, die in einem Beleg vorkommt, wird stattdessen archiviert.</translation>
  </message>
  <message>
   <source>It still has:</source>
   <translation>Sie hat noch:</translation>
  </message>
  <message>
   <source>On Hand: {count}</source>
   <translation>Bestand: {count}</translation>
  </message>
  <message>
   <source>Set Aside: {count}</source>
   <translation>Zurückgelegt: {count}</translation>
  </message>
  <message>
   <source>On Order: {count}</source>
   <translation>In Bestellung: {count}</translation>
  </message>
  <message>
   <source>Backordered: {count}</source>
   <translation>Im Rückstand: {count}</translation>
  </message>
  <message>
   <source>Backorders still to come: {count}</source>
   <translation>Ausstehende Rückstände: {count}</translation>
  </message>
  <message>
   <source>Backorders ready for pick-up: {count}</source>
   <translation>Abholbereite Rückstände: {count}</translation>
  </message>
  <message>
   <source>Working invoices: {count}</source>
   <translation>Rechnungen in Arbeit: {count}</translation>
  </message>
  <message>
   <source>Working purchase orders: {count}</source>
   <translation>Bestellungen in Arbeit: {count}</translation>
  </message>
  <message>
   <source>Purchase orders still to come: {count}</source>
   <translation>Ausstehende Bestellungen: {count}</translation>
  </message>
  <message>
   <source>Receiving logs not posted: {count}</source>
   <translation>Nicht gebuchte Wareneingänge: {count}</translation>
  </message>
  <message>
   <source>Items with it: {count}</source>
   <translation>Artikel damit: {count}</translation>
  </message>
 </context>
 <context>
  <name>StoragePlaceDialog</name>
  <message>
   <source>Storage Place</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Speichern</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Abbrechen</translation>
  </message>
  <message>
   <source>Where do the goods of {customer} lie?</source>
   <translation>Wo liegt die Ware von {customer}?</translation>
  </message>
 </context>
 <context>
  <name>StrandedItems</name>
  <message>
   <source>Items That Cannot Be Ordered Yet</source>
   <translation>Artikel, die noch nicht bestellt werden können</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Qty Wanted</source>
   <translation>Bedarf</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>&amp;Preferred Vendor</source>
   <translation>&amp;Hauptlieferant</translation>
  </message>
  <message>
   <source>Bring &amp;Item Back</source>
   <translation>Artikel zurück&amp;holen</translation>
  </message>
  <message>
   <source>&amp;Set Vendor</source>
   <translation>Lieferanten &amp;setzen</translation>
  </message>
  <message>
   <source>No Preferred Vendor</source>
   <translation>Kein Hauptlieferant</translation>
  </message>
  <message>
   <source>Preferred Vendor is archived</source>
   <translation>Hauptlieferant ist archiviert</translation>
  </message>
  <message>
   <source>Item is archived</source>
   <translation>Artikel ist archiviert</translation>
  </message>
 </context>
 <context>
  <name>StripSender</name>
  <message>
   <source>Not everything was printed: {reason}.</source>
   <translation>Nicht alles wurde gedruckt: {reason}.</translation>
  </message>
 </context>
 <context>
  <name>TableDialog</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Somebody just changed these figures. They are up to date now; what you typed is kept.</source>
   <translation>Jemand hat diese Zahlen soeben geändert. Sie sind jetzt aktuell; was Sie getippt haben, bleibt.</translation>
  </message>
 </context>
 <context>
  <name>TaxCodeCard</name>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>{count}; new items get this tax code</source>
   <translation>{count}; neue Artikel bekommen diesen Steuerschlüssel</translation>
  </message>
  <message>
   <source>New Tax Code</source>
   <translation>Neuer Steuerschlüssel</translation>
  </message>
 </context>
 <context>
  <name>TaxCodeDeck</name>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Tax Codes</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>There are no tax codes yet. Press Add to create the first Tax Code card.</source>
   <translation>Es gibt noch keine Steuerschlüssel. Mit Hinzufügen legen Sie den ersten an.</translation>
  </message>
  <message>
   <source>Code, name</source>
   <translation>Schlüssel, Name</translation>
  </message>
 </context>
 <context>
  <name>TaxesEdit</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Rate %</source>
   <translation>Satz %</translation>
  </message>
  <message>
   <source>also on the taxes above</source>
   <translation>auch auf die Steuern darüber</translation>
  </message>
  <message>
   <source>Name of Tax {number}</source>
   <translation>Name von Steuer {number}</translation>
  </message>
  <message>
   <source>Rate % of Tax {number}</source>
   <translation>Satz % von Steuer {number}</translation>
  </message>
  <message>
   <source>Tax {number} also on the taxes above</source>
   <translation>Steuer {number} auch auf die Steuern darüber</translation>
  </message>
 </context>
 <context>
  <name>TenderButtons</name>
  <message>
   <source>&amp;Cash</source>
   <translation>B&amp;ar</translation>
  </message>
  <message>
   <source>Car&amp;d</source>
   <translation>&amp;Karte</translation>
  </message>
  <message>
   <source>Chec&amp;k</source>
   <translation>S&amp;check</translation>
  </message>
  <message>
   <source>&amp;Other</source>
   <translation>S&amp;onstige</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>More Tenders</source>
   <translation>Mehr Zahlungsarten</translation>
  </message>
 </context>
 <context>
  <name>TenderDeck</name>
  <message>
   <source>opens the drawer</source>
   <translation>öffnet die Schublade</translation>
  </message>
  <message>
   <source>asks a reference</source>
   <translation>fragt nach einem Beleg</translation>
  </message>
  <message>
   <source>gives change</source>
   <translation>gibt Rückgeld</translation>
  </message>
  <message>
   <source>is rounded</source>
   <translation>wird gerundet</translation>
  </message>
  <message>
   <source>by the card terminal</source>
   <translation>am Kartenterminal</translation>
  </message>
  <message>
   <source>Place in Pay</source>
   <translation>Platz beim Bezahlen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>What It Does</source>
   <translation>Was sie tut</translation>
  </message>
  <message>
   <source>Tenders</source>
   <translation>Zahlungsarten</translation>
  </message>
  <message>
   <source>There are no tenders. Press Add to create a Tender card.</source>
   <translation>Es gibt keine Zahlungsarten. Mit „Hinzufügen“ legen Sie eine Karte an.</translation>
  </message>
 </context>
 <context>
  <name>TenderTypeCard</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Place in Pay</source>
   <translation>Platz beim Bezahlen</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>What It Does</source>
   <translation>Was sie tut</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Schublade</translation>
  </message>
  <message>
   <source>Opens when it is taken</source>
   <translation>Öffnet sich beim Annehmen</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Belegnummer</translation>
  </message>
  <message>
   <source>Is asked in Pay</source>
   <translation>Wird beim Bezahlen gefragt</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Is given in cash</source>
   <translation>Wird bar gegeben</translation>
  </message>
  <message>
   <source>Rounding</source>
   <translation>Rundung</translation>
  </message>
  <message>
   <source>Rounded as cash is</source>
   <translation>Wird wie Bargeld gerundet</translation>
  </message>
  <message>
   <source>Card Terminal</source>
   <translation>Kartenterminal</translation>
  </message>
  <message>
   <source>Takes it where there is one</source>
   <translation>Nimmt sie an, wo es eines gibt</translation>
  </message>
  <message>
   <source>The number of a check or voucher, or what the card terminal printed; never a card’s number</source>
   <translation>Die Nummer eines Schecks oder Gutscheins oder was das Kartenterminal gedruckt hat; nie die Nummer einer Karte</translation>
  </message>
  <message>
   <source>In the coins of the preference “Round what is paid in cash to”, if the shop has one</source>
   <translation>In den Münzen der Einstellung „Barzahlungen runden auf“, wenn das Geschäft eine hat</translation>
  </message>
  <message>
   <source>A tender stays of its kind: what was paid by it was that.</source>
   <translation>Eine Zahlungsart bleibt von ihrer Art: Was damit bezahlt wurde, war es.</translation>
  </message>
  <message>
   <source>New Tender</source>
   <translation>Neue Zahlungsart</translation>
  </message>
 </context>
 <context>
  <name>TerminalPage</name>
  <message>
   <source>Card terminal</source>
   <translation>Kartenterminal</translation>
  </message>
  <message>
   <source>This program drives no real card terminal yet: leave this empty, and type what your terminal prints. The stand-in for practice, “posim-desktop stand-in-terminal”, is at 127.0.0.1:7071. It takes no money. Applies only to you on this computer.</source>
   <translation>Dieses Programm steuert noch kein echtes Kartenterminal: Lassen Sie das Feld leer und tippen Sie ein, was Ihr Terminal druckt. Der Ersatz zum Üben, „posim-desktop stand-in-terminal“, ist unter 127.0.0.1:7071 zu erreichen. Er zieht kein Geld ein. Gilt nur für Sie an diesem Computer.</translation>
  </message>
 </context>
 <context>
  <name>TerminalPanel</name>
  <message>
   <source>Cancel at the Terminal</source>
   <translation>Am Terminal abbrechen</translation>
  </message>
  <message>
   <source>Ask Again</source>
   <translation>Noch einmal fragen</translation>
  </message>
  <message>
   <source>It Took It</source>
   <translation>Eingezogen</translation>
  </message>
  <message>
   <source>It Did Not</source>
   <translation>Nicht eingezogen</translation>
  </message>
  <message>
   <source>Reference on the Terminal</source>
   <translation>Belegnummer am Terminal</translation>
  </message>
  <message>
   <source>The card terminal is asked for {amount} by {tender}.</source>
   <translation>Das Kartenterminal wird nach {amount} gefragt ({tender}).</translation>
  </message>
  <message>
   <source>{workstation}, {time}: the card terminal was asked for {amount}. No answer was stored.</source>
   <translation>{workstation}, {time}: Das Kartenterminal wurde nach {amount} gefragt. Keine Antwort wurde gespeichert.</translation>
  </message>
  <message>
   <source>The card terminal did not say whether it took {amount}.</source>
   <translation>Das Kartenterminal hat nicht gesagt, ob es {amount} eingezogen hat.</translation>
  </message>
 </context>
 <context>
  <name>TickedRows</name>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
 </context>
 <context>
  <name>TillFrame</name>
  <message>
   <source>Sell Anyway</source>
   <translation>Trotzdem verkaufen</translation>
  </message>
  <message>
   <source>Scan an item, or type its ID or part of its description, and press Enter.</source>
   <translation>Scannen Sie einen Artikel, oder tippen Sie die Artikelnummer oder einen Teil der Bezeichnung, und drücken Sie Enter.</translation>
  </message>
  <message>
   <source>Working Invoice</source>
   <translation>Rechnung in Arbeit</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Parked</source>
   <translation>Geparkt</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Kommentar</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Delete Line</source>
   <translation>Position löschen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>since {time} · {employee}</source>
   <translation>seit {time} · {employee}</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>Note: {note}</source>
   <translation>Notiz: {note}</translation>
  </message>
  <message>
   <source>Discount on the whole sale (Shift+F8)</source>
   <translation>Rabatt auf den ganzen Verkauf (Umschalt+F8)</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>There are no lines to delete.</source>
   <translation>Es gibt keine Positionen zu löschen.</translation>
  </message>
  <message>
   <source>Goods come back: what you scan or type now is a return.</source>
   <translation>Waren kommen zurück: Was Sie jetzt scannen oder eingeben, ist eine Rückgabe.</translation>
  </message>
  <message>
   <source>Sell Again</source>
   <translation>Wieder verkaufen</translation>
  </message>
  <message>
   <source>{item}: not stocked</source>
   <translation>{item}: ohne Bestand</translation>
  </message>
  <message>
   <source>{item}: On Hand {on_hand}, Available {available}</source>
   <translation>{item}: Bestand {on_hand}, verfügbar {available}</translation>
  </message>
  <message>
   <source>. Tax {code}</source>
   <translation>. Steuer {code}</translation>
  </message>
  <message>
   <source>. Back-ordered; not charged until it is picked up.</source>
   <translation>. Im Rückstand; wird erst bei der Abholung berechnet.</translation>
  </message>
  <message>
   <source>. No sale is named.</source>
   <translation>. Kein Verkauf ist genannt.</translation>
  </message>
  <message>
   <source> Reason: {reason}</source>
   <translation> Grund: {reason}</translation>
  </message>
  <message>
   <source>. This sells {short} more than is available.</source>
   <translation>. Das sind {short} mehr, als verfügbar sind.</translation>
  </message>
  <message>
   <source>. {count} of {units} serial numbers are entered (Shift+F5).</source>
   <translation>. {count} von {units} Seriennummern sind eingegeben (Umschalt+F5).</translation>
  </message>
  <message>
   <source>. Serial No. {numbers}</source>
   <translation>. Seriennr. {numbers}</translation>
  </message>
 </context>
 <context>
  <name>TimeLine</name>
  <message>
   <source>Nothing has happened yet.</source>
   <translation>Noch ist nichts geschehen.</translation>
  </message>
 </context>
 <context>
  <name>TitledTable</name>
  <message>
   <source>{title}: {nothing}</source>
   <translation>{title}: {nothing}</translation>
  </message>
 </context>
 <context>
  <name>TodayScreen</name>
  <message>
   <source>Net Sales of 14 Days</source>
   <translation>Umsatz der letzten 14 Tage</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Departments This Month</source>
   <translation>Warengruppen in diesem Monat</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Money Taken</source>
   <translation>Eingenommen</translation>
  </message>
  <message>
   <source>On Deposit</source>
   <translation>Angezahlt</translation>
  </message>
  <message>
   <source>To Order</source>
   <translation>Zu bestellen</translation>
  </message>
  <message>
   <source>Can Be Filled Now</source>
   <translation>Jetzt bedienbar</translation>
  </message>
  <message>
   <source>Ready for Pick-up</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>To order</source>
   <translation>Zu bestellen</translation>
  </message>
  <message>
   <source>Getting Ready: {count} left</source>
   <translation>Erste Schritte: noch {count}</translation>
  </message>
  <message>
   <source>{count} invoices</source>
   <translation>{count} Rechnungen</translation>
  </message>
  <message>
   <source>backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>held for backorders</source>
   <translation>für Rückstände verwahrt</translation>
  </message>
 </context>
 <context>
  <name>TotalsPanel</name>
  <message>
   <source>Amount Due</source>
   <translation>Zu zahlen</translation>
  </message>
  <message>
   <source>Exact Cash</source>
   <translation>Passend</translation>
  </message>
  <message>
   <source>Pay</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Subtotal</source>
   <translation>Zwischensumme</translation>
  </message>
  <message>
   <source>Tax exempt, {number}</source>
   <translation>Steuerfrei, {number}</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>Anzahlungen</translation>
  </message>
  <message>
   <source>incl. Tax {name} {rate}%</source>
   <translation>inkl. {name} {rate} %</translation>
  </message>
  <message>
   <source>Tax {name} {rate}%</source>
   <translation>{name} {rate} %</translation>
  </message>
 </context>
 <context>
  <name>Trouble</name>
  <message>
   <source>The shop's file is damaged and cannot be read. Keep a copy of it, and restore a backup.</source>
   <translation>Die Datei des Geschäfts ist beschädigt und lässt sich nicht lesen. Heben Sie eine Kopie davon auf und stellen Sie eine Sicherung wieder her.</translation>
  </message>
  <message>
   <source>The database cannot be read right now. Try again when the connection is back.</source>
   <translation>Die Datenbank lässt sich gerade nicht lesen. Versuchen Sie es noch einmal, wenn die Verbindung wieder da ist.</translation>
  </message>
  <message>
   <source>This shop was restored from a backup meanwhile, so what was shown here may be gone. Nothing was done. Log in again, and look what is there.</source>
   <translation>Dieser Laden wurde inzwischen aus einer Sicherung wiederhergestellt, und was hier zu sehen war, kann fort sein. Es wurde nichts getan. Melden Sie sich noch einmal an und sehen Sie nach, was da ist.</translation>
  </message>
  <message>
   <source>No backup could be written to {target}, so nothing was upgraded. Make room on the disk, or ask who looks after this computer; then start the program again.</source>
   <translation>Nach {target} ließ sich keine Sicherung schreiben, also wurde nichts aktualisiert. Schaffen Sie Platz auf der Platte, oder fragen Sie, wer diesen Computer betreut; starten Sie das Programm dann neu.</translation>
  </message>
  <message>
   <source>The shop is about to be upgraded, but it cannot be backed up first: PostgreSQL's program pg_dump is not on this computer.</source>
   <translation>Das Geschäft soll aktualisiert werden, lässt sich aber vorher nicht sichern: Das Programm pg_dump von PostgreSQL ist nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The shop is about to be upgraded, but it cannot be backed up to {target} first: PostgreSQL's program pg_dump failed, and its own words are in the program's log.</source>
   <translation>Das Geschäft soll aktualisiert werden, lässt sich aber vorher nicht nach {target} sichern: Das Programm pg_dump von PostgreSQL ist gescheitert; was es sagte, steht im Protokoll des Programms.</translation>
  </message>
  <message>
   <source>{file} has no checksum beside it, so nobody can tell whether it is whole. Put {checksum} back beside it, or choose another backup.</source>
   <translation>Neben {file} liegt keine Prüfsumme; so weiß niemand, ob die Datei vollständig ist. Legen Sie {checksum} wieder daneben oder wählen Sie eine andere Sicherung.</translation>
  </message>
  <message>
   <source>{file} is damaged: it is not what its checksum {checksum} says. Choose another backup.</source>
   <translation>{file} ist beschädigt: Die Datei ist nicht, was ihre Prüfsumme {checksum} sagt. Wählen Sie eine andere Sicherung.</translation>
  </message>
  <message>
   <source>The backup cannot be written to {folder}: make room on the disk, or choose another folder under Preferences › Backup. The shop itself was not touched.</source>
   <translation>Die Sicherung kann nicht nach {folder} geschrieben werden: Schaffen Sie Platz auf dem Datenträger oder wählen Sie unter Einstellungen › Sicherung einen anderen Ordner. Der Laden selbst blieb unberührt.</translation>
  </message>
  <message>
   <source>The backup is not sound: {problem}. Run “posim-desktop verify” and ask for help; keep the older backups.</source>
   <translation>Die Sicherung ist nicht in Ordnung: {problem}. Führen Sie „posim-desktop verify“ aus und bitten Sie um Hilfe; behalten Sie die älteren Sicherungen.</translation>
  </message>
  <message>
   <source>{file} is on a network share, where several tills would damage it. Keep the file on this computer, or use PostgreSQL for several workstations.</source>
   <translation>{file} liegt auf einem Netzlaufwerk, wo mehrere Kassen die Datei beschädigen würden. Lassen Sie die Datei auf diesem Computer, oder nehmen Sie PostgreSQL für mehrere Arbeitsplätze.</translation>
  </message>
  <message>
   <source>PostgreSQL's program pg_dump is not on this computer, so the shop cannot be backed up from here. Install PostgreSQL's client programs, or back up at the computer that has them.</source>
   <translation>PostgreSQLs Programm pg_dump ist nicht auf diesem Computer; von hier kann der Laden nicht gesichert werden. Installieren Sie die Programme von PostgreSQL oder sichern Sie an dem Computer, der sie hat.</translation>
  </message>
  <message>
   <source>PostgreSQL's program {program} failed; what it said is in the program's log.</source>
   <translation>PostgreSQLs Programm {program} ist gescheitert; was es sagte, steht im Protokoll des Programms.</translation>
  </message>
  <message>
   <source>The practice shop cannot be written to {file}. Close other windows that practice on this computer, or make room on the disk; then try again. The shop itself was not touched.</source>
   <translation>Der Übungsladen kann nicht nach {file} geschrieben werden. Schließen Sie andere Fenster, in denen auf diesem Computer geübt wird, oder schaffen Sie Platz auf der Platte; versuchen Sie es dann noch einmal. Der Laden selbst blieb unberührt.</translation>
  </message>
  <message>
   <source>{file} is no practice shop, so it is left as it is. Move it somewhere else, then try again.</source>
   <translation>{file} ist kein Übungsladen und bleibt, wie es ist. Legen Sie die Datei woanders hin und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>There is no backup {file}.</source>
   <translation>Es gibt keine Sicherung {file}.</translation>
  </message>
  <message>
   <source>{file} is no backup of a shop: another program made it. It was left as it is.</source>
   <translation>{file} ist keine Sicherung eines Ladens: Ein anderes Programm hat die Datei gemacht. Sie blieb, wie sie ist.</translation>
  </message>
  <message>
   <source>{file} is a backup of a shop on a server, and this shop is kept in a file.</source>
   <translation>{file} ist die Sicherung eines Ladens auf einem Server, und dieser Laden liegt in einer Datei.</translation>
  </message>
  <message>
   <source>{file} is a backup of a shop in a file, and this shop is kept on a server.</source>
   <translation>{file} ist die Sicherung eines Ladens in einer Datei, und dieser Laden liegt auf einem Server.</translation>
  </message>
  <message>
   <source>{file} cannot be read back. Choose another backup. Nothing was changed.</source>
   <translation>{file} kann nicht zurückgelesen werden. Wählen Sie eine andere Sicherung. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>The shop cannot be written to {file}. Make room on the disk, then try again. Nothing was changed.</source>
   <translation>Der Laden kann nicht nach {file} geschrieben werden. Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>{file} is a backup of a practice shop, and does not replace a real one.</source>
   <translation>{file} ist die Sicherung eines Übungsladens und ersetzt keinen echten.</translation>
  </message>
  <message>
   <source>{file} is a backup of a real shop, and does not replace a practice shop.</source>
   <translation>{file} ist die Sicherung eines echten Ladens und ersetzt keinen Übungsladen.</translation>
  </message>
  <message>
   <source>Somebody worked in the shop while it was being restored. Nothing was changed; try again.</source>
   <translation>Jemand hat im Laden gearbeitet, während er wiederhergestellt wurde. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Another program is at work in the shop. Close the windows on this computer, then try again. Nothing was changed.</source>
   <translation>Ein anderes Programm arbeitet im Laden. Schließen Sie die Fenster auf diesem Computer und versuchen Sie es noch einmal. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: some of its tables are missing. It is left as it is; restore a backup.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Einige ihrer Tabellen fehlen. Sie bleibt, wie sie ist; stellen Sie eine Sicherung wieder her.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: this user may not read and write {file}.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Dieser Benutzer darf {file} nicht lesen und schreiben.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: this user may not write in {folder}. The program needs that folder for each sale; let this user write there, or move the shop's file.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Dieser Benutzer darf in {folder} nicht schreiben. Das Programm braucht diesen Ordner bei jedem Verkauf; erlauben Sie es diesem Benutzer, oder verschieben Sie die Datei des Geschäfts.</translation>
  </message>
  <message>
   <source>This database was made by a newer version of the program (revision {revision}). Install the newer version on this computer; nothing has been changed.</source>
   <translation>Diese Datenbank stammt von einer neueren Version des Programms (Revision {revision}). Installieren Sie die neuere Version auf diesem Computer; nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The shop must be upgraded once by the owner of its tables before the tills start, as the page on installing says. Nothing has been changed.</source>
   <translation>Das Geschäft muss einmal vom Eigentümer seiner Tabellen aktualisiert werden, bevor die Kassen starten, wie die Seite über die Installation sagt. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The upgrade found records that point to missing ones ({lost}). Nothing has been changed; send the shop's file to whoever looks after the program.</source>
   <translation>Die Aktualisierung fand Datensätze, die auf fehlende verweisen ({lost}). Nichts wurde geändert; schicken Sie die Datei des Geschäfts an die Person, die das Programm betreut.</translation>
  </message>
  <message>
   <source>This user of the server may not create databases, so the shop cannot be restored by it. Do it as the owner of the database, who may, as the page on backups says.</source>
   <translation>Dieser Benutzer des Servers darf keine Datenbanken anlegen und den Laden deshalb nicht wiederherstellen. Tun Sie es als Eigentümer der Datenbank, der das darf, wie die Seite über Sicherungen sagt.</translation>
  </message>
  <message>
   <source>Other programs are still connected to the shop. Close the windows on every workstation, then try again. Nothing was changed.</source>
   <translation>Andere Programme sind noch mit dem Laden verbunden. Schließen Sie die Fenster an jedem Arbeitsplatz und versuchen Sie es noch einmal. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>The database server cannot be reached. Nothing was changed; try again later.</source>
   <translation>Der Datenbankserver ist nicht erreichbar. Es wurde nichts geändert; versuchen Sie es später noch einmal.</translation>
  </message>
  <message>
   <source>The shop's file is damaged, so nothing was done. Keep a copy of it, and restore a backup before you go on.</source>
   <translation>Die Datei des Geschäfts ist beschädigt; es wurde nichts ausgeführt. Heben Sie eine Kopie davon auf und stellen Sie eine Sicherung wieder her, bevor Sie weiterarbeiten.</translation>
  </message>
  <message>
   <source>There is no room on the disk that the shop is on, so nothing was done. Make room there, then try again.</source>
   <translation>Auf dem Laufwerk, auf dem das Geschäft liegt, ist kein Platz mehr; es wurde nichts ausgeführt. Schaffen Sie dort Platz und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>The program may not write the shop's file, or in its folder, so nothing was done. Let it write there, then try again.</source>
   <translation>Das Programm darf die Datei des Geschäfts oder in deren Ordner nicht schreiben; es wurde nichts ausgeführt. Erlauben Sie ihm, dort zu schreiben, und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>This shop was upgraded by a newer version of the program. Close this program and install the newer version.</source>
   <translation>Dieses Geschäft wurde von einer neueren Version des Programms aktualisiert. Schließen Sie dieses Programm, und installieren Sie die neuere Version.</translation>
  </message>
  <message>
   <source>Another workstation just made the same change. Nothing was done here; check, then try again.</source>
   <translation>Ein anderer Arbeitsplatz hat soeben dieselbe Änderung gemacht. Hier wurde nichts getan; prüfen Sie, und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>The connection to the database was lost, and we cannot tell whether this was done. Do not take a payment again. What you typed is kept; try again when the connection is back.</source>
   <translation>Die Verbindung zur Datenbank ist abgebrochen, und wir wissen nicht, ob dies getan wurde. Kassieren Sie nicht noch einmal. Was Sie getippt haben, bleibt; versuchen Sie es noch einmal, wenn die Verbindung wieder da ist.</translation>
  </message>
  <message>
   <source>Another workstation is keeping the database busy. Nothing was done; try again.</source>
   <translation>Ein anderer Arbeitsplatz beschäftigt die Datenbank. Nichts wurde getan; versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The database cannot be reached right now. What you typed is kept; try again when the connection is back.</source>
   <translation>Die Datenbank ist gerade nicht erreichbar. Was Sie getippt haben, bleibt; versuchen Sie es noch einmal, wenn die Verbindung wieder da ist.</translation>
  </message>
  <message>
   <source>The database reports a problem, so nothing was done. Try again; if it happens again, the log file says more.</source>
   <translation>Die Datenbank meldet ein Problem, also wurde nichts getan. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagt die Protokolldatei mehr.</translation>
  </message>
  <message>
   <source>The shop cannot be upgraded, because some of its records point to missing ones. Nothing has been changed. Run verify with the earlier version of the program, and keep a copy of the database.</source>
   <translation>Das Geschäft lässt sich nicht aktualisieren, weil einige Datensätze auf fehlende verweisen. Nichts wurde geändert. Starten Sie verify mit der früheren Version des Programms, und behalten Sie eine Kopie der Datenbank.</translation>
  </message>
  <message>
   <source>Permission denied: this user of the server may not create or upgrade the shop's tables. Start the program once as the owner of the database; nothing has been changed.</source>
   <translation>Zugriff verweigert: Dieser Benutzer des Servers darf die Tabellen des Geschäfts nicht anlegen oder aktualisieren. Starten Sie das Programm einmal als Eigentümer der Datenbank; nichts wurde geändert.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened. What happened is in the program's log; nothing has been changed. Start again, or keep a copy of the database and ask for help.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen. Was geschehen ist, steht im Protokoll des Programms; nichts wurde geändert. Starten Sie noch einmal, oder behalten Sie eine Kopie der Datenbank und fragen Sie um Hilfe.</translation>
  </message>
  <message>
   <source>The server of the shop's database no longer proves that it is the one that this workstation was connected to, or no longer encrypts what goes to it. Nothing was sent. If whoever looks after the server changed it, run “posim-desktop connect” again; if nobody did, do not.</source>
   <translation>Der Server mit der Datenbank des Ladens beweist nicht mehr, dass er der ist, mit dem dieser Arbeitsplatz verbunden wurde, oder verschlüsselt nicht mehr. Es wurde nichts gesendet. Wenn jemand, der den Server betreut, ihn geändert hat, führen Sie „posim-desktop connect“ noch einmal aus; sonst nicht.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: its server does not let this program in. Check the user, the password and the name of the database, then start again.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Ihr Server lässt dieses Programm nicht ein. Prüfen Sie Benutzer, Passwort und Namen der Datenbank, und starten Sie dann noch einmal.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: its server does not answer. Check that it is running and that this computer reaches it, then start again.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Ihr Server antwortet nicht. Prüfen Sie, ob er läuft und dieser Computer ihn erreicht, und starten Sie dann noch einmal.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: the file is not a database, or is damaged. It is left as it is; restore a backup, or choose the shop's file.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Die Datei ist keine Datenbank oder ist beschädigt. Sie bleibt, wie sie ist; spielen Sie eine Sicherung ein, oder wählen Sie die Datei des Geschäfts.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: another program keeps it busy. Close that program, then start again.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: Ein anderes Programm hält sie belegt. Schließen Sie dieses Programm und starten Sie dann neu.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: {file} is a folder. Choose the shop's file in it.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: {file} ist ein Ordner. Wählen Sie die Datei des Geschäfts darin.</translation>
  </message>
  <message>
   <source>The shop's database cannot be opened: {file} is a link that leads to itself.</source>
   <translation>Die Datenbank des Geschäfts lässt sich nicht öffnen: {file} ist eine Verknüpfung, die auf sich selbst verweist.</translation>
  </message>
  <message>
   <source>The database has not answered, and you stopped waiting. What you typed is kept; try again in a moment.</source>
   <translation>Die Datenbank hat nicht geantwortet, und Sie haben das Warten abgebrochen. Was Sie getippt haben, bleibt; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>The database has not answered. Nothing was done, what you typed is kept; try again in a moment.</source>
   <translation>Die Datenbank hat nicht geantwortet. Nichts wurde getan, was Sie getippt haben, bleibt; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>The database has not answered. We cannot tell whether this was done. Do not take a payment again. What you typed is kept; try again in a moment; it will be done only once.</source>
   <translation>Die Datenbank hat nicht geantwortet. Wir wissen nicht, ob dies getan wurde. Kassieren Sie nicht noch einmal. Was Sie getippt haben, bleibt; versuchen Sie es gleich noch einmal; es wird nur einmal getan.</translation>
  </message>
  <message>
   <source>The database has not answered yet; try again in a moment.</source>
   <translation>Die Datenbank hat noch nicht geantwortet; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>it is not there</source>
   <translation>nicht vorhanden</translation>
  </message>
  <message>
   <source>you may not use it</source>
   <translation>Sie dürfen das nicht verwenden</translation>
  </message>
  <message>
   <source>there is no room on the disk</source>
   <translation>auf der Platte ist kein Platz</translation>
  </message>
  <message>
   <source>it takes no jobs at this address</source>
   <translation>unter dieser Adresse werden keine Aufträge angenommen</translation>
  </message>
  <message>
   <source>it does not answer; it may be switched off, or have another name or address</source>
   <translation>keine Antwort; vielleicht ausgeschaltet, oder Name oder Adresse sind anders</translation>
  </message>
  <message>
   <source>there is something else in its place</source>
   <translation>an dieser Stelle ist etwas anderes</translation>
  </message>
  <message>
   <source>this computer cannot use it (error {number})</source>
   <translation>dieser Computer kann das nicht verwenden (Fehler {number})</translation>
  </message>
 </context>
 <context>
  <name>UseDrawerDialog</name>
  <message>
   <source>Drawer of This Computer</source>
   <translation>Schublade dieses Computers</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Several computers can use one drawer. Office is for those without a drawer: they take no cash.</source>
   <translation>Mehrere Computer können eine Schublade benutzen. Büro ist für die ohne Schublade: Sie nehmen kein Bargeld an.</translation>
  </message>
  <message>
   <source>Its own</source>
   <translation>Eine eigene</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Schublade</translation>
  </message>
 </context>
 <context>
  <name>VendorCard</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Vendor ID</source>
   <translation>Lieferantennummer</translation>
  </message>
  <message>
   <source>automatic</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>Account Number</source>
   <translation>Kontonummer</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Smallest Order</source>
   <translation>Mindestbestellung</translation>
  </message>
  <message>
   <source>Smallest Order, Units</source>
   <translation>Mindestbestellung, Stück</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>{count} with this vendor as Preferred Vendor</source>
   <translation>{count} mit diesem Hauptlieferanten</translation>
  </message>
  <message>
   <source>New Vendor</source>
   <translation>Neuer Lieferant</translation>
  </message>
 </context>
 <context>
  <name>VendorChoices</name>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Qty Wanted</source>
   <translation>Bedarf</translation>
  </message>
  <message>
   <source>In Stock Now</source>
   <translation>Jetzt auf Lager</translation>
  </message>
  <message>
   <source>Unallocated on Open Orders</source>
   <translation>Nicht zugeteilt in laufenden Bestellungen</translation>
  </message>
  <message>
   <source>To Order</source>
   <translation>Zu bestellen</translation>
  </message>
  <message>
   <source>Nothing to buy: the shelf and open orders have enough. Fill or allocate.</source>
   <translation>Nichts zu kaufen: Lager und laufende Bestellungen haben genug. Bedienen Sie oder teilen Sie zu.</translation>
  </message>
 </context>
 <context>
  <name>VendorCreditDialog</name>
  <message>
   <source>Credit Received</source>
   <translation>Gutschrift erhalten</translation>
  </message>
  <message>
   <source>Expected: {expected} · Received so far: {received}</source>
   <translation>Erwartet: {expected} · Bisher erhalten: {received}</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>the vendor's credit note</source>
   <translation>die Gutschrift des Lieferanten</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Belegnummer</translation>
  </message>
 </context>
 <context>
  <name>VendorDeck</name>
  <message>
   <source>Vendor ID</source>
   <translation>Lieferantennummer</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Vendors</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>There are no vendors yet. Press Add to create the first Vendor card.</source>
   <translation>Es gibt noch keine Lieferanten. Mit Hinzufügen legen Sie die erste Lieferantenkarte an.</translation>
  </message>
  <message>
   <source>Name, contact, phone, ID</source>
   <translation>Name, Ansprechpartner, Telefon, Nummer</translation>
  </message>
 </context>
 <context>
  <name>VendorReturnCard</name>
  <message>
   <source>Return to Vendor</source>
   <translation>An Lieferanten zurück</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Credits Received</source>
   <translation>Erhaltene Gutschriften</translation>
  </message>
  <message>
   <source>none so far.</source>
   <translation>bisher keine.</translation>
  </message>
  <message>
   <source>&amp;Discard</source>
   <translation>&amp;Verwerfen</translation>
  </message>
  <message>
   <source>Serial Num&amp;bers…</source>
   <translation>Seriennu&amp;mmern…</translation>
  </message>
  <message>
   <source>Delete Li&amp;ne</source>
   <translation>Zeile &amp;löschen</translation>
  </message>
  <message>
   <source>&amp;Change Line…</source>
   <translation>Zeile ä&amp;ndern…</translation>
  </message>
  <message>
   <source>Add &amp;Goods…</source>
   <translation>&amp;Ware hinzufügen…</translation>
  </message>
  <message>
   <source>A&amp;uthorization and Note…</source>
   <translation>&amp;Rücksendenummer und Notiz…</translation>
  </message>
  <message>
   <source>Pr&amp;int</source>
   <translation>&amp;Drucken</translation>
  </message>
  <message>
   <source>Credit &amp;Received…</source>
   <translation>&amp;Gutschrift erhalten…</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Vendor Item No.</source>
   <translation>Lief.-Art.-Nr.</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>May Go Back</source>
   <translation>Kann zurück</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Serial No.</source>
   <translation>Seriennr.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Woher</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Belegnummer</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Credit expected: {expected}</source>
   <translation>Erwartete Gutschrift: {expected}</translation>
  </message>
  <message>
   <source>received: {received}</source>
   <translation>erhalten: {received}</translation>
  </message>
  <message>
   <source>Authorization {number}</source>
   <translation>Rücksendenummer {number}</translation>
  </message>
  <message>
   <source>Account {number}</source>
   <translation>Konto {number}</translation>
  </message>
  <message>
   <source>begun {time} by {name}</source>
   <translation>begonnen {time} von {name}</translation>
  </message>
  <message>
   <source>Of receiving log {number}</source>
   <translation>Aus Wareneingang {number}</translation>
  </message>
  <message>
   <source>Return to Vendor {number}</source>
   <translation>Rücksendung {number}</translation>
  </message>
  <message>
   <source>Choose a line first.</source>
   <translation>Wählen Sie zuerst eine Position.</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discard this return? Nothing goes back; the goods stay here.</source>
   <translation>Diese Rücksendung verwerfen? Nichts geht zurück; die Ware bleibt hier.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>{name} is posted. Put its paper with the goods.</source>
   <translation>{name} ist gebucht. Legen Sie das Papier zur Ware.</translation>
  </message>
 </context>
 <context>
  <name>VendorReturns</name>
  <message>
   <source>Shelf</source>
   <translation>Regal</translation>
  </message>
  <message>
   <source>Log {number}</source>
   <translation>Eingang {number}</translation>
  </message>
  <message>
   <source>refused, backorder {number}</source>
   <translation>abgelehnt, Rückstand {number}</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Returns to Vendors</source>
   <translation>Rücksendungen</translation>
  </message>
  <message>
   <source>Nothing went back to a vendor yet.

Press Add for goods from the shelf. Goods of one delivery go back from its receiving log.</source>
   <translation>Noch ging nichts an einen Lieferanten zurück.

Drücken Sie Hinzufügen für Ware aus dem Regal. Ware einer Lieferung geht von ihrem Wareneingang aus zurück.</translation>
  </message>
  <message>
   <source>Number, vendor, authorization or item</source>
   <translation>Nummer, Lieferant, Rücksendenummer oder Artikel</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Return Authorization</source>
   <translation>Rücksendenummer</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
 </context>
 <context>
  <name>VerifyDialog</name>
  <message>
   <source>Verify</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Every figure is worked out again from its history, and every record is laid beside the audit. Nothing is changed. In a large shop this takes some minutes; best when nobody sells.</source>
   <translation>Jede Zahl wird aus ihrer Geschichte neu berechnet, und jede Aufzeichnung neben das Prüfprotokoll gelegt. Geändert wird nichts. In einem großen Laden dauert das einige Minuten; am besten, wenn niemand verkauft.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Rules: %v of %m</source>
   <translation>Regeln: %v von %m</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <source>Save As…</source>
   <translation>Speichern unter …</translation>
  </message>
  <message>
   <source>The records agree: {count} rules.</source>
   <translation>Die Aufzeichnungen stimmen überein: {count} Regeln.</translation>
  </message>
  <message>
   <source>Problems found: {count}. Nothing was changed. Save what was found, keep a copy of the database as it is, and call whoever looks after it.</source>
   <translation>Gefundene Fehler: {count}. Es wurde nichts geändert. Speichern Sie, was gefunden wurde, bewahren Sie eine Kopie der Datenbank auf, wie sie ist, und rufen Sie die Person, die sie betreut.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Save What Was Found</source>
   <translation>Speichern, was gefunden wurde</translation>
  </message>
 </context>
 <context>
  <name>WaitingPanel</name>
  <message>
   <source>Stop Waiting</source>
   <translation>Nicht länger warten</translation>
  </message>
  <message>
   <source>Stop waiting for the database (Esc)</source>
   <translation>Nicht länger auf die Datenbank warten (Esc)</translation>
  </message>
  <message>
   <source>Waiting for the database…</source>
   <translation>Warten auf die Datenbank …</translation>
  </message>
  <message>
   <source>{words} {seconds} s</source>
   <translation>{words} {seconds} s</translation>
  </message>
 </context>
 <context>
  <name>WantCard</name>
  <message>
   <source>Wish</source>
   <translation>Wunsch</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>No Longer &amp;Wanted</source>
   <translation>Nicht mehr ge&amp;wünscht</translation>
  </message>
  <message>
   <source>Chan&amp;ge…</source>
   <translation>Änder&amp;n …</translation>
  </message>
  <message>
   <source>S&amp;ell</source>
   <translation>Verkau&amp;fen</translation>
  </message>
  <message>
   <source>&amp;Back Order</source>
   <translation>In den &amp;Rückstand</translation>
  </message>
  <message>
   <source>{goods} for {customer}</source>
   <translation>{goods} für {customer}</translation>
  </message>
  <message>
   <source>not on file</source>
   <translation>keine Karte</translation>
  </message>
  <message>
   <source>available {available} · on order {on_order}</source>
   <translation>verfügbar {available} · in Bestellung {on_order}</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>{customer} no longer wants {goods}?</source>
   <translation>{customer} möchte {goods} nicht mehr?</translation>
  </message>
  <message>
   <source>No Longer Wanted</source>
   <translation>Nicht mehr gewünscht</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>For {customer}</source>
   <translation>Für {customer}</translation>
  </message>
 </context>
 <context>
  <name>WantDialog</name>
  <message>
   <source>Want List</source>
   <translation>Wunschliste</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>A wish promises nothing: no order counts it. It is offered when the goods arrive.</source>
   <translation>Ein Wunsch sagt nichts zu: Keine Bestellung zählt ihn. Er wird angeboten, wenn die Ware kommt.</translation>
  </message>
  <message>
   <source>name, phone or ID</source>
   <translation>Name, Telefon oder Nummer</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>code, barcode or description</source>
   <translation>Nummer, Strichcode oder Bezeichnung</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>where there is no card of it</source>
   <translation>wenn es keine Karte davon gibt</translation>
  </message>
  <message>
   <source>Or in Words</source>
   <translation>Oder in Worten</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
 </context>
 <context>
  <name>WantList</name>
  <message>
   <source>Want List</source>
   <translation>Wunschliste</translation>
  </message>
  <message>
   <source>Nobody wishes for anything.

Press Want List in the out-of-stock warning, or Add to Want List on a Customer or Item card.</source>
   <translation>Niemand wünscht sich etwas.

Drücken Sie in der Warnung bei fehlendem Bestand auf Wunschliste, oder auf einer Kunden- oder Artikelkarte auf „Auf die Wunschliste“.</translation>
  </message>
  <message>
   <source>Customer, phone, item or words</source>
   <translation>Kunde, Telefon, Artikel oder Worte</translation>
  </message>
  <message>
   <source>Here Now</source>
   <translation>Jetzt da</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Here now</source>
   <translation>Jetzt da</translation>
  </message>
  <message>
   <source>On an open invoice</source>
   <translation>Auf offener Rechnung</translation>
  </message>
  <message>
   <source>Granted</source>
   <translation>Erfüllt</translation>
  </message>
  <message>
   <source>No longer wanted</source>
   <translation>Nicht mehr gewünscht</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
 </context>
 <context>
  <name>WantsArrivedDialog</name>
  <message>
   <source>Want List: These Goods Are Here</source>
   <translation>Wunschliste: Diese Ware ist da</translation>
  </message>
  <message>
   <source>These customers asked to be told. Nothing is promised or set aside for them: open a wish to call the customer, and to sell or back-order it with its date.</source>
   <translation>Diese Kunden wollten Bescheid bekommen. Nichts ist ihnen zugesagt oder zurückgelegt: Öffnen Sie einen Wunsch, um den Kunden anzurufen und die Ware zu verkaufen oder mit dem Datum des Wunsches in den Rückstand zu nehmen.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Wanted</source>
   <translation>Gewünscht</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Wishes</source>
   <translation>Wünsche</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>&amp;Schließen</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>Ö&amp;ffnen</translation>
  </message>
 </context>
 <context>
  <name>WordsDialog</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>WorkingInvoice</name>
  <message>
   <source>The invoice is posted. {trouble}</source>
   <translation>Die Rechnung ist gebucht. {trouble}</translation>
  </message>
  <message>
   <source>On the Want List for {customer}: {units} × {item}. Nothing is promised.</source>
   <translation>Auf der Wunschliste für {customer}: {units} × {item}. Nichts ist zugesagt.</translation>
  </message>
 </context>
 <context>
  <name>WorkingOrderCard</name>
  <message>
   <source>New Purchase Order</source>
   <translation>Neue Bestellung</translation>
  </message>
  <message>
   <source>Order to {vendor}</source>
   <translation>Bestellung bei {vendor}</translation>
  </message>
  <message>
   <source>This purchase order has no lines.</source>
   <translation>Diese Bestellung hat keine Positionen.</translation>
  </message>
  <message>
   <source>Lines now have the new vendor's numbers and costs. What was typed was kept on: {items}.</source>
   <translation>Die Zeilen haben jetzt Nummern und Kosten des neuen Lieferanten. Eingetipptes blieb bei: {items}.</translation>
  </message>
  <message>
   <source>Lines now have the new vendor's numbers and costs.</source>
   <translation>Die Zeilen haben jetzt Nummern und Kosten des neuen Lieferanten.</translation>
  </message>
  <message>
   <source>Everything customers are waiting for has been added.</source>
   <translation>Alles, worauf Kunden warten, wurde hinzugefügt.</translation>
  </message>
  <message>
   <source>Can Be Filled Now</source>
   <translation>Jetzt bedienbar</translation>
  </message>
  <message>
   <source>An order to {vendor} was already started on {time}.</source>
   <translation>Eine Bestellung bei {vendor} wurde schon am {time} begonnen.</translation>
  </message>
  <message>
   <source>Open It</source>
   <translation>Öffnen</translation>
  </message>
 </context>
 <context>
  <name>_PageView</name>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Seite {page} von {pages}</translation>
  </message>
 </context>
 <context>
  <name>_ReportTable</name>
  <message>
   <source>Figures</source>
   <translation>Zahlen</translation>
  </message>
 </context>
 <context>
  <name>_ReturnDialog</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>_Row</name>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>{action}: {code}</source>
   <translation>{action}: {code}</translation>
  </message>
  <message>
   <source>{code}: {why}</source>
   <translation>{code}: {why}</translation>
  </message>
 </context>
 <context>
  <name>attached</name>
  <message>
   <source>Will also take: {what}</source>
   <translation>Nimmt auch: {what}</translation>
  </message>
  <message>
   <source>{name} · page {number} of {count}</source>
   <translation>{name} · Seite {number} von {count}</translation>
  </message>
  <message>
   <source>File: {name} (its pages cannot be shown here)</source>
   <translation>Datei: {name} (ihre Seiten können hier nicht gezeigt werden)</translation>
  </message>
  <message>
   <source>File: {name} (the first {shown} of its {count} pages below)</source>
   <translation>Datei: {name} (unten die ersten {shown} ihrer {count} Seiten)</translation>
  </message>
  <message>
   <source>File: {name}</source>
   <translation>Datei: {name}</translation>
  </message>
 </context>
 <context>
  <name>backorder</name>
  <message>
   <source>Backorders</source>
   <translation>Rückstände</translation>
  </message>
  <message>
   <source>There are no backorders.

To create one, sell an item in the Sales Client, change the line's Trans Code from S to B, choose the customer, and post the invoice.</source>
   <translation>Es gibt keine Rückstände.

Um einen anzulegen, verkaufen Sie an der Kasse einen Artikel, ändern die Vorgangsart der Position von S auf B, wählen den Kunden und buchen die Rechnung.</translation>
  </message>
  <message>
   <source>Number, customer, phone or item</source>
   <translation>Nummer, Kunde, Telefon oder Artikel</translation>
  </message>
  <message>
   <source>Can Be Filled Now</source>
   <translation>Jetzt bedienbar</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Abgeschlossen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Needs Information</source>
   <translation>Auskunft nötig</translation>
  </message>
  <message>
   <source>expected {day}</source>
   <translation>erwartet {day}</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Ausstehend</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Ask the Customer</source>
   <translation>Kunden fragen</translation>
  </message>
  <message>
   <source>Until {customer} answers, no {item} is ordered, allocated or set aside for this backorder. It keeps its place, and what is waiting for pick-up stays.</source>
   <translation>Bis {customer} antwortet, wird kein {item} für diesen Rückstand bestellt, zugeteilt oder zurückgelegt. Er behält seinen Platz, und was zur Abholung bereitliegt, bleibt.</translation>
  </message>
  <message>
   <source>{units} on {order}</source>
   <translation>{units} auf {order}</translation>
  </message>
  <message>
   <source>a working order</source>
   <translation>einer Bestellung in Arbeit</translation>
  </message>
  <message>
   <source>No longer planned for {customer}:</source>
   <translation>Nicht mehr für {customer} vorgesehen:</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Asked of {customer}:</source>
   <translation>Frage an {customer}:</translation>
  </message>
  <message>
   <source>Will Also Take</source>
   <translation>Nimmt auch</translation>
  </message>
  <message>
   <source>What {customer} would take instead of {item}. It is shown and printed; nothing is ordered by it.</source>
   <translation>Was {customer} statt {item} nehmen würde. Es wird angezeigt und gedruckt; bestellt wird danach nichts.</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keiner)</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Allocated</source>
   <translation>Zugeteilt</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Log {number}</source>
   <translation>Eingang {number}</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Came Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>released</source>
   <translation>freigegeben</translation>
  </message>
  <message>
   <source>stock</source>
   <translation>Lager</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>discarded</source>
   <translation>verworfen</translation>
  </message>
  <message>
   <source>Partly received</source>
   <translation>Teilweise erhalten</translation>
  </message>
  <message>
   <source>Ready for pick-up</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Canceled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>Needs information</source>
   <translation>Auskunft nötig</translation>
  </message>
  <message>
   <source>Ordered {units} in one piece</source>
   <translation>{units} an einem Stück bestellt</translation>
  </message>
  <message>
   <source>Ordered {units}</source>
   <translation>{units} bestellt</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Processed</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Purchase order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>came on order {numbers}</source>
   <translation>kam mit Bestellung {numbers}</translation>
  </message>
  <message>
   <source>no longer on order {numbers}</source>
   <translation>nicht mehr in Bestellung {numbers}</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
  <message>
   <source>no date</source>
   <translation>ohne Termin</translation>
  </message>
  <message>
   <source>on order, no date yet</source>
   <translation>bestellt, noch ohne Termin</translation>
  </message>
  <message>
   <source>not on order</source>
   <translation>nicht bestellt</translation>
  </message>
  <message>
   <source>nothing outstanding</source>
   <translation>nichts ausstehend</translation>
  </message>
  <message>
   <source>Received {units}</source>
   <translation>{units} erhalten</translation>
  </message>
  <message>
   <source>Set aside {units}</source>
   <translation>{units} zurückgelegt</translation>
  </message>
  <message>
   <source>Released {units}</source>
   <translation>{units} freigegeben</translation>
  </message>
  <message>
   <source>Canceled {units}</source>
   <translation>{units} storniert</translation>
  </message>
  <message>
   <source>Picked up {units}</source>
   <translation>{units} abgeholt</translation>
  </message>
  <message>
   <source>Asked the customer</source>
   <translation>Kunde gefragt</translation>
  </message>
  <message>
   <source>The customer answered</source>
   <translation>Der Kunde antwortete</translation>
  </message>
  <message>
   <source>The customer agreed to {price}</source>
   <translation>Der Kunde stimmte {price} zu</translation>
  </message>
  <message>
   <source>Receiving log {number}</source>
   <translation>Wareneingang {number}</translation>
  </message>
  <message>
   <source>From stock</source>
   <translation>Ab Lager</translation>
  </message>
  <message>
   <source>{units} on order</source>
   <translation>{units} in Bestellung</translation>
  </message>
  <message>
   <source>Allocated {units}</source>
   <translation>{units} zugeteilt</translation>
  </message>
  <message>
   <source>Allocation reduced to {units}</source>
   <translation>Zuteilung auf {units} verringert</translation>
  </message>
  <message>
   <source>No longer on order</source>
   <translation>Nicht mehr bestellt</translation>
  </message>
 </context>
 <context>
  <name>box_label</name>
  <message>
   <source>Box Labels</source>
   <translation>Kistenetiketten</translation>
  </message>
  <message>
   <source>Lot {lots}</source>
   <translation>Farbpartie {lots}</translation>
  </message>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>Box {number} of {boxes}</source>
   <translation>Kiste {number} von {boxes}</translation>
  </message>
 </context>
 <context>
  <name>call_list</name>
  <message>
   <source>Call List</source>
   <translation>Anrufliste</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>Amount Due</source>
   <translation>Zu zahlen</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Angerufen</translation>
  </message>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>since {moment}</source>
   <translation>seit {moment}</translation>
  </message>
 </context>
 <context>
  <name>clear_button</name>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
 </context>
 <context>
  <name>confirmation</name>
  <message>
   <source>Special Order {number}</source>
   <translation>Sonderbestellung {number}</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Unterschrift</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>COPY</source>
   <translation>KOPIE</translation>
  </message>
  <message>
   <source>Taken By</source>
   <translation>Aufgenommen von</translation>
  </message>
  <message>
   <source>Needed By</source>
   <translation>Benötigt bis</translation>
  </message>
  <message>
   <source>Your Order No.</source>
   <translation>Ihre Bestellnr.</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Backorder {number}</source>
   <translation>Rückstand {number}</translation>
  </message>
  <message>
   <source>Will also take: {what}</source>
   <translation>Nimmt auch: {what}</translation>
  </message>
  <message>
   <source>Still to be answered: {question}</source>
   <translation>Noch offen: {question}</translation>
  </message>
  <message>
   <source>not above {price}</source>
   <translation>nicht über {price}</translation>
  </message>
  <message>
   <source>Total with Tax</source>
   <translation>Summe mit Steuer</translation>
  </message>
  <message>
   <source>Deposit Paid</source>
   <translation>Anzahlung geleistet</translation>
  </message>
  <message>
   <source>Due at Pick-up</source>
   <translation>Bei Abholung zu zahlen</translation>
  </message>
  <message>
   <source>A price may rise up to the amount beside “not above”. Above that we ask you first. Others are fixed.</source>
   <translation>Ein Preis kann bis zu dem Betrag bei „nicht über“ steigen. Darüber fragen wir Sie vorher. Die anderen sind fest.</translation>
  </message>
  <message>
   <source>You need it by {date}.</source>
   <translation>Sie benötigen es bis {date}.</translation>
  </message>
 </context>
 <context>
  <name>count_sheet</name>
  <message>
   <source>Count Sheet</source>
   <translation>Zählliste</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Counted by</source>
   <translation>Gezählt von</translation>
  </message>
 </context>
 <context>
  <name>day_report</name>
  <message>
   <source>X</source>
   <translation>X</translation>
  </message>
  <message>
   <source>Z {number}</source>
   <translation>Z {number}</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Büro</translation>
  </message>
  <message>
   <source>COPY</source>
   <translation>KOPIE</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>{title}, {drawer}</source>
   <translation>{title}, {drawer}</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Eröffnet</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Gedruckt</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Abgeschlossen</translation>
  </message>
  <message>
   <source>Closed by {name}</source>
   <translation>Abgeschlossen von {name}</translation>
  </message>
  <message>
   <source>Another float: {reason}</source>
   <translation>Anderes Wechselgeld: {reason}</translation>
  </message>
  <message>
   <source>Paid in</source>
   <translation>Einzahlung</translation>
  </message>
  <message>
   <source>Paid out</source>
   <translation>Auszahlung</translation>
  </message>
  <message>
   <source>Drop</source>
   <translation>Abschöpfung</translation>
  </message>
  <message>
   <source>No Sale</source>
   <translation>Kein Verkauf</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>To be counted again</source>
   <translation>Neu zu zählen</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>Bargeld</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Wechselgeld</translation>
  </message>
  <message>
   <source>Cash taken</source>
   <translation>Bar eingenommen</translation>
  </message>
  <message>
   <source>Drops</source>
   <translation>Abschöpfungen</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Over</source>
   <translation>Überschuss</translation>
  </message>
  <message>
   <source>Short</source>
   <translation>Fehlbetrag</translation>
  </message>
  <message>
   <source>Over or short</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Stays in the drawer</source>
   <translation>Bleibt in der Schublade</translation>
  </message>
  <message>
   <source>Taken out at the close</source>
   <translation>Beim Abschluss entnommen</translation>
  </message>
  <message>
   <source>All tenders</source>
   <translation>Alle Zahlungen</translation>
  </message>
  <message>
   <source>Tenders</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>No reference</source>
   <translation>Ohne Belegnummer</translation>
  </message>
  <message>
   <source>By card</source>
   <translation>Mit Karte</translation>
  </message>
  <message>
   <source>Card payments, to compare with the terminal</source>
   <translation>Kartenzahlungen, zum Vergleich mit dem Terminal</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Waren</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>Rabatte</translation>
  </message>
  <message>
   <source>Cash Rounding</source>
   <translation>Barzahlungsrundung</translation>
  </message>
  <message>
   <source>Discarded invoices</source>
   <translation>Verworfene Rechnungen</translation>
  </message>
  <message>
   <source>Lines sold</source>
   <translation>Verkaufte Positionen</translation>
  </message>
  <message>
   <source>Lines returned</source>
   <translation>Zurückgegebene Positionen</translation>
  </message>
  <message>
   <source>Lines back-ordered</source>
   <translation>Positionen im Rückstand</translation>
  </message>
  <message>
   <source>Deposit lines</source>
   <translation>Anzahlungspositionen</translation>
  </message>
  <message>
   <source>Comments</source>
   <translation>Bemerkungen</translation>
  </message>
  <message>
   <source>{name} {rate}% on {taxable}</source>
   <translation>{name} {rate} % auf {taxable}</translation>
  </message>
  <message>
   <source>All taxes</source>
   <translation>Alle Steuern</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Deposits taken</source>
   <translation>Anzahlungen erhalten</translation>
  </message>
  <message>
   <source>Deposits used</source>
   <translation>Anzahlungen verrechnet</translation>
  </message>
  <message>
   <source>Deposits refunded</source>
   <translation>Anzahlungen erstattet</translation>
  </message>
  <message>
   <source>Cancellation fees</source>
   <translation>Stornogebühren</translation>
  </message>
  <message>
   <source>Credit given</source>
   <translation>Guthaben gegeben</translation>
  </message>
  <message>
   <source>Credit used</source>
   <translation>Guthaben verrechnet</translation>
  </message>
  <message>
   <source>Credit refunded</source>
   <translation>Guthaben erstattet</translation>
  </message>
  <message>
   <source>Owed on account, more than before</source>
   <translation>Angeschrieben, mehr als zuvor</translation>
  </message>
  <message>
   <source>Customers' money</source>
   <translation>Geld der Kunden</translation>
  </message>
  <message>
   <source>Employees</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Handed over for invoices that were not posted</source>
   <translation>Übergeben für nicht gebuchte Rechnungen</translation>
  </message>
  <message>
   <source>Handed over before, posted in this day</source>
   <translation>Früher übergeben, an diesem Tag gebucht</translation>
  </message>
  <message>
   <source>Handed over in this day, not posted in it</source>
   <translation>An diesem Tag übergeben, nicht gebucht</translation>
  </message>
  <message>
   <source>Carried over</source>
   <translation>Übertrag</translation>
  </message>
  <message>
   <source>Invoice {number}, posted since</source>
   <translation>Rechnung {number}, seither gebucht</translation>
  </message>
  <message>
   <source>Invoice without a note</source>
   <translation>Rechnung ohne Notiz</translation>
  </message>
 </context>
 <context>
  <name>discount_words</name>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount {percent}%</source>
   <translation>Rabatt {percent}%</translation>
  </message>
 </context>
 <context>
  <name>freed_deposits</name>
  <message>
   <source>{amount} of the deposits stays with the rest</source>
   <translation>{amount} der Anzahlungen bleibt beim Rest</translation>
  </message>
  <message>
   <source>{amount} of the deposits becomes credit</source>
   <translation>{amount} der Anzahlungen wird Guthaben</translation>
  </message>
 </context>
 <context>
  <name>invoice</name>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>Bar</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Scheck</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Sonstige</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>Paid in as credit</source>
   <translation>Als Guthaben eingezahlt</translation>
  </message>
  <message>
   <source>Credit paid back</source>
   <translation>Guthaben zurückgezahlt</translation>
  </message>
  <message>
   <source>Deposit for {goods}</source>
   <translation>Anzahlung für {goods}</translation>
  </message>
  <message>
   <source>Deposit for {goods} paid back</source>
   <translation>Anzahlung für {goods} zurückgezahlt</translation>
  </message>
  <message>
   <source>Deposit for backorder {number}: {goods}</source>
   <translation>Anzahlung für Rückstand {number}: {goods}</translation>
  </message>
  <message>
   <source>Deposit for backorder {number} paid back: {goods}</source>
   <translation>Anzahlung für Rückstand {number} zurückgezahlt: {goods}</translation>
  </message>
  <message>
   <source>Serial No. {numbers}</source>
   <translation>Seriennr. {numbers}</translation>
  </message>
  <message>
   <source>Reference {reference}</source>
   <translation>Beleg {reference}</translation>
  </message>
  <message>
   <source>Tax exempt, {number}</source>
   <translation>Steuerfrei, {number}</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount {percent}%</source>
   <translation>Rabatt {percent}%</translation>
  </message>
  <message>
   <source>Served by {name}</source>
   <translation>Es bediente Sie {name}</translation>
  </message>
  <message>
   <source>Bill To</source>
   <translation>Rechnung an</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>MwSt.</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>back-ordered; not charged yet</source>
   <translation>im Rückstand; noch nicht berechnet</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>zurückgegeben</translation>
  </message>
  <message>
   <source>back-ordered (backorder {number}); not charged yet</source>
   <translation>im Rückstand (Rückstand {number}); noch nicht berechnet</translation>
  </message>
  <message>
   <source>Subtotal</source>
   <translation>Zwischensumme</translation>
  </message>
  <message>
   <source>incl. tax {name} {rate}%</source>
   <translation>inkl. {name} {rate} %</translation>
  </message>
  <message>
   <source>Tax {name} {rate}%</source>
   <translation>{name} {rate} %</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>Anzahlungen</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Cash Rounding</source>
   <translation>Barzahlungsrundung</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
 </context>
 <context>
  <name>item_label</name>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
 </context>
 <context>
  <name>item_labels</name>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>&amp;Preview</source>
   <translation>&amp;Vorschau</translation>
  </message>
  <message>
   <source>&amp;Cancel</source>
   <translation>A&amp;bbrechen</translation>
  </message>
  <message>
   <source>Labels: {count}</source>
   <translation>Etiketten: {count}</translation>
  </message>
  <message>
   <source>On the goods, 57 × 32 mm</source>
   <translation>An der Ware, 57 × 32 mm</translation>
  </message>
  <message>
   <source>On the shelf, 100 × 62 mm</source>
   <translation>Am Regal, 100 × 62 mm</translation>
  </message>
  <message>
   <source>Sheets of A4, 3 × 8 labels</source>
   <translation>Bögen A4, 3 × 8 Etiketten</translation>
  </message>
  <message>
   <source>Sheets of Letter, 3 × 10 labels</source>
   <translation>Bögen Letter, 3 × 10 Etiketten</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Etikett</translation>
  </message>
  <message>
   <source>Of each</source>
   <translation>Von jedem</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>First Free Label</source>
   <translation>Erstes freies Etikett</translation>
  </message>
  <message>
   <source>On a roll each label is free.</source>
   <translation>Auf einer Rolle ist jedes Etikett frei.</translation>
  </message>
  <message>
   <source>Labels of Changed Prices</source>
   <translation>Etiketten geänderter Preise</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Weiter</translation>
  </message>
  <message>
   <source>A label for each item that is new or has another price since this day.</source>
   <translation>Ein Etikett für jeden Artikel, der seit diesem Tag neu ist oder einen anderen Preis hat.</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>There is nothing to label.</source>
   <translation>Es ist nichts zu etikettieren.</translation>
  </message>
  <message>
   <source>At most {most} labels are printed at once. Find fewer items.</source>
   <translation>Höchstens {most} Etiketten werden auf einmal gedruckt. Suchen Sie weniger Artikel.</translation>
  </message>
 </context>
 <context>
  <name>layout</name>
  <message>
   <source>COPY</source>
   <translation>KOPIE</translation>
  </message>
  <message>
   <source>{title} · page {{page}} of {{pages}}</source>
   <translation>{title} · Seite {{page}} von {{pages}}</translation>
  </message>
  <message>
   <source>Tax No. {number}</source>
   <translation>Steuernr. {number}</translation>
  </message>
 </context>
 <context>
  <name>left_out</name>
  <message numerus="yes">
   <source>%n backorders are left out: their customers have to answer first.</source>
   <translation>
    <numerusform>%n Rückstand ist ausgelassen: Sein Kunde muss erst antworten.</numerusform>
    <numerusform>%n Rückstände sind ausgelassen: Ihre Kunden müssen erst antworten.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>money_rows</name>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Nothing yet</source>
   <translation>Noch nichts</translation>
  </message>
 </context>
 <context>
  <name>money_words</name>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Paid in</source>
   <translation>Eingezahlt</translation>
  </message>
  <message>
   <source>Refunded as credit</source>
   <translation>Als Guthaben erstattet</translation>
  </message>
  <message>
   <source>Used to pay</source>
   <translation>Zum Bezahlen verwendet</translation>
  </message>
  <message>
   <source>Paid back</source>
   <translation>Zurückgezahlt</translation>
  </message>
  <message>
   <source>Cancellation fee</source>
   <translation>Stornogebühr</translation>
  </message>
  <message>
   <source>From the card that was merged</source>
   <translation>Von der zusammengeführten Karte</translation>
  </message>
  <message>
   <source>To the card that is used now</source>
   <translation>Auf die Karte, die jetzt gilt</translation>
  </message>
  <message>
   <source>From credit</source>
   <translation>Aus Guthaben</translation>
  </message>
  <message>
   <source>To credit</source>
   <translation>Ins Guthaben</translation>
  </message>
  <message>
   <source>From backorder {number}</source>
   <translation>Von Rückstand {number}</translation>
  </message>
  <message>
   <source>To backorder {number}</source>
   <translation>Auf Rückstand {number}</translation>
  </message>
  <message>
   <source>Open invoice</source>
   <translation>Offene Rechnung</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
 </context>
 <context>
  <name>order_changes</name>
  <message>
   <source>{units} less</source>
   <translation>{units} weniger</translation>
  </message>
  <message>
   <source>{units} more</source>
   <translation>{units} mehr</translation>
  </message>
  <message>
   <source>{units} added</source>
   <translation>{units} neu</translation>
  </message>
  <message>
   <source>cost {after}, was {before}</source>
   <translation>Einstand {after}, war {before}</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>expected {after}, was {before}</source>
   <translation>erwartet {after}, war {before}</translation>
  </message>
 </context>
 <context>
  <name>order_words</name>
  <message>
   <source>Order {names}</source>
   <translation>Bestellung {names}</translation>
  </message>
  <message>
   <source>Job {names}</source>
   <translation>Auftrag {names}</translation>
  </message>
 </context>
 <context>
  <name>pickup_prints</name>
  <message>
   <source>There is nothing to pick up.</source>
   <translation>Es gibt nichts abzuholen.</translation>
  </message>
 </context>
 <context>
  <name>pickup_slip</name>
  <message>
   <source>Pick-up Slip</source>
   <translation>Abholschein</translation>
  </message>
  <message>
   <source>Pick-up Slips</source>
   <translation>Abholscheine</translation>
  </message>
  <message>
   <source>No customer</source>
   <translation>Kein Kunde</translation>
  </message>
  <message>
   <source>Goods set aside since {moment}</source>
   <translation>Ware zurückgelegt seit {moment}</translation>
  </message>
  <message>
   <source>Lies at {place}</source>
   <translation>Liegt: {place}</translation>
  </message>
  <message>
   <source>Due at pick-up: {amount}</source>
   <translation>Bei Abholung fällig: {amount}</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Scan in the Sales Client to open the invoice</source>
   <translation>An der Kasse scannen, um die Rechnung zu öffnen</translation>
  </message>
 </context>
 <context>
  <name>pieces</name>
  <message>
   <source>lot {lot}</source>
   <translation>Farbpartie {lot}</translation>
  </message>
  <message>
   <source>in one piece</source>
   <translation>an einem Stück</translation>
  </message>
  <message>
   <source>on sale from {day}</source>
   <translation>Verkauf ab {day}</translation>
  </message>
 </context>
 <context>
  <name>practice_mark</name>
  <message>
   <source>PRACTICE</source>
   <translation>ÜBUNG</translation>
  </message>
 </context>
 <context>
  <name>purchase_order</name>
  <message>
   <source>Purchase Order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>Draft Purchase Order</source>
   <translation>Bestellung (Entwurf)</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Ordered By</source>
   <translation>Bestellt von</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Your Item No.</source>
   <translation>Ihre Artikelnr.</translation>
  </message>
  <message>
   <source>Our Item ID</source>
   <translation>Unsere Artikelnr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Packs</source>
   <translation>Gebinde</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>was {quantity}</source>
   <translation>war {quantity}</translation>
  </message>
  <message>
   <source>cs</source>
   <translation>Kt</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>What Changed</source>
   <translation>Was geändert ist</translation>
  </message>
  <message>
   <source>of {pack}</source>
   <translation>zu {pack}</translation>
  </message>
  <message>
   <source>Change {sheet} to Purchase Order {number}</source>
   <translation>Änderung {sheet} zu Bestellung {number}</translation>
  </message>
  <message>
   <source>Ordered on</source>
   <translation>Bestellt am</translation>
  </message>
  <message>
   <source>Changed By</source>
   <translation>Geändert von</translation>
  </message>
  <message>
   <source>Ordered Now</source>
   <translation>Jetzt bestellt</translation>
  </message>
 </context>
 <context>
  <name>purchase_orders</name>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>War</translation>
  </message>
  <message>
   <source>Came or Closed</source>
   <translation>Gekommen oder gestrichen</translation>
  </message>
  <message>
   <source>Ordered Now</source>
   <translation>Jetzt bestellt</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Added to the order</source>
   <translation>Neu auf der Bestellung</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Working Purchase Orders</source>
   <translation>Bestellungen in Arbeit</translation>
  </message>
  <message>
   <source>There are no working purchase orders.

Press Add, choose the vendor, and scan or type the items; or use Misc › Auto Backorder PO to write one for each vendor whose goods customers are waiting for.</source>
   <translation>Es gibt keine Bestellungen in Arbeit.

Drücken Sie Hinzufügen, wählen Sie den Lieferanten, und scannen oder tippen Sie die Artikel; oder schreiben Sie mit Verschiedenes › Rückstände bestellen je eine für jeden Lieferanten, auf dessen Ware Kunden warten.</translation>
  </message>
  <message>
   <source>Vendor, item or note</source>
   <translation>Lieferant, Artikel oder Notiz</translation>
  </message>
  <message>
   <source>Processed Purchase Orders</source>
   <translation>Gebuchte Bestellungen</translation>
  </message>
  <message>
   <source>Nothing is on order. Purchase orders appear here once they are posted.</source>
   <translation>Nichts ist bestellt. Bestellungen erscheinen hier, sobald sie gebucht sind.</translation>
  </message>
  <message>
   <source>Number, vendor, item or note</source>
   <translation>Nummer, Lieferant, Artikel oder Notiz</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Nobody's</source>
   <translation>Ohne Kunden</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Abgeschlossen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Workstation</source>
   <translation>Arbeitsplatz</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Vendor Item No.</source>
   <translation>Lief.-Art.-Nr.</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Pack</source>
   <translation>Gebinde</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>For Customers</source>
   <translation>Für Kunden</translation>
  </message>
  <message>
   <source>{quantity} is not in whole packs of {pack}</source>
   <translation>{quantity} sind keine ganzen Gebinde zu {pack}</translation>
  </message>
  <message>
   <source>{packs} of {pack}</source>
   <translation>{packs} zu {pack}</translation>
  </message>
  <message>
   <source>Allocated to Customers</source>
   <translation>Kunden zugeteilt</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>none; these goods are for the shelf, no backorder is waiting for them.</source>
   <translation>keine; diese Ware ist fürs Regal, kein Rückstand wartet darauf.</translation>
  </message>
  <message>
   <source>Receiving Logs</source>
   <translation>Wareneingänge</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>&amp;Close Short…</source>
   <translation>Rest strei&amp;chen …</translation>
  </message>
  <message>
   <source>Chan&amp;ge…</source>
   <translation>Ä&amp;ndern …</translation>
  </message>
  <message>
   <source>No&amp;body's…</source>
   <translation>&amp;Ohne Kunden …</translation>
  </message>
  <message>
   <source>Save P&amp;DF…</source>
   <translation>PDF spe&amp;ichern …</translation>
  </message>
  <message>
   <source>Ma&amp;il…</source>
   <translation>&amp;Mailen …</translation>
  </message>
  <message>
   <source>&amp;Print</source>
   <translation>Dr&amp;ucken</translation>
  </message>
  <message>
   <source>All&amp;ocations…</source>
   <translation>Zuteilun&amp;gen …</translation>
  </message>
  <message>
   <source>&amp;Receive</source>
   <translation>&amp;Ware annehmen</translation>
  </message>
  <message>
   <source>Account {number}</source>
   <translation>Konto {number}</translation>
  </message>
  <message>
   <source>ordered {time}, started by {name}</source>
   <translation>bestellt {time}, begonnen von {name}</translation>
  </message>
  <message>
   <source>{nobodys} ({asked} asked)</source>
   <translation>{nobodys} ({asked} angefragt)</translation>
  </message>
  <message>
   <source>Nothing has been received yet.</source>
   <translation>Noch ist nichts gekommen.</translation>
  </message>
  <message>
   <source>Being received, {day}</source>
   <translation>Wird gezählt, {day}</translation>
  </message>
  <message>
   <source>Receiving log {number}, {day}</source>
   <translation>Wareneingang {number}, {day}</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Closed Short</source>
   <translation>Gestrichen</translation>
  </message>
  <message>
   <source>{now} (was {first})</source>
   <translation>{now} (war {first})</translation>
  </message>
  <message>
   <source>another cost</source>
   <translation>anderer Einstand</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Outstanding</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Processed</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Verworfen</translation>
  </message>
  <message>
   <source>{customer} (backorder {number}): {before}, would be {after}</source>
   <translation>{customer} (Rückstand {number}): {before}, wäre {after}</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>und {count} weitere</translation>
  </message>
  <message>
   <source>Expected later than these customers were told: {each}</source>
   <translation>Später erwartet, als diesen Kunden gesagt wurde: {each}</translation>
  </message>
  <message>
   <source>{quantity} for {customer}</source>
   <translation>{quantity} für {customer}</translation>
  </message>
  <message>
   <source>{name} posted this purchase order at {place}; its number is {number}.</source>
   <translation>{name} hat diese Bestellung an {place} gebucht; sie hat die Nummer {number}.</translation>
  </message>
  <message>
   <source>{name} discarded this purchase order at {place}.</source>
   <translation>{name} hat diese Bestellung an {place} verworfen.</translation>
  </message>
  <message>
   <source>Somebody</source>
   <translation>Jemand</translation>
  </message>
  <message>
   <source>{amount} of {least}</source>
   <translation>{amount} von {least}</translation>
  </message>
  <message>
   <source>{units} of {least} units</source>
   <translation>{units} von {least} Stück</translation>
  </message>
  <message>
   <source>reached</source>
   <translation>erreicht</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Add Item</source>
   <translation>Artikel hinzufügen</translation>
  </message>
  <message>
   <source>Nothing is on this order yet. Choose the vendor, then scan or type the items,
or use Auto Order or Add Backorders.</source>
   <translation>Noch steht nichts in dieser Bestellung. Wählen Sie den Lieferanten, und scannen oder tippen Sie die Artikel,
oder nehmen Sie Bestellvorschlag oder Rückstände hinzufügen.</translation>
  </message>
  <message>
   <source>Open Vendor</source>
   <translation>Lieferanten öffnen</translation>
  </message>
  <message>
   <source>&amp;Discard</source>
   <translation>Ver&amp;werfen</translation>
  </message>
  <message>
   <source>Delete Li&amp;ne</source>
   <translation>Position lös&amp;chen</translation>
  </message>
  <message>
   <source>Auto &amp;Order…</source>
   <translation>Bestellv&amp;orschlag …</translation>
  </message>
  <message>
   <source>Add &amp;Backorders</source>
   <translation>&amp;Rückstände hinzufügen</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>Smallest order: {progress}</source>
   <translation>Mindestbestellung: {progress}</translation>
  </message>
  <message>
   <source>started {time} by {name}</source>
   <translation>begonnen {time} von {name}</translation>
  </message>
 </context>
 <context>
  <name>receipt</name>
  <message>
   <source>COPY</source>
   <translation>KOPIE</translation>
  </message>
  <message>
   <source>Gift Receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Tax No. {number}</source>
   <translation>Steuernr. {number}</translation>
  </message>
  <message>
   <source>Invoice {number}</source>
   <translation>Rechnung {number}</translation>
  </message>
  <message>
   <source>Served by {name}</source>
   <translation>Es bediente Sie {name}</translation>
  </message>
  <message>
   <source>tax {code}</source>
   <translation>Steuer {code}</translation>
  </message>
  <message>
   <source>not taxed</source>
   <translation>steuerfrei</translation>
  </message>
  <message>
   <source>back-ordered</source>
   <translation>im Rückstand</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>zurückgegeben</translation>
  </message>
  <message>
   <source>Subtotal</source>
   <translation>Zwischensumme</translation>
  </message>
  <message>
   <source>incl. tax {name} {rate}%</source>
   <translation>inkl. {name} {rate} %</translation>
  </message>
  <message>
   <source>Tax {name} {rate}%</source>
   <translation>{name} {rate} %</translation>
  </message>
  <message>
   <source>Deposits</source>
   <translation>Anzahlungen</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Cash Rounding</source>
   <translation>Barzahlungsrundung</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>On backorder for you; pay at pick-up:</source>
   <translation>Für Sie im Rückstand; Zahlung bei Abholung:</translation>
  </message>
  <message>
   <source>backorder {number}</source>
   <translation>Rückstand {number}</translation>
  </message>
  <message>
   <source>Please bring this receipt.</source>
   <translation>Bitte bringen Sie diesen Beleg mit.</translation>
  </message>
 </context>
 <context>
  <name>receiving_correction</name>
  <message>
   <source>Receiving Correction {number}</source>
   <translation>Berichtigung des Wareneingangs {number}</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Corrected By</source>
   <translation>Berichtigt von</translation>
  </message>
  <message>
   <source>Receiving Log</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Purchase Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Vendor Invoice</source>
   <translation>Lieferantenrechnung</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Artikelnr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Eingegangen</translation>
  </message>
  <message>
   <source>Taken Back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Still to Come</source>
   <translation>Kommt noch</translation>
  </message>
  <message>
   <source>Serial No. {numbers}</source>
   <translation>Seriennr. {numbers}</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Owed Again</source>
   <translation>Wieder geschuldet</translation>
  </message>
  <message>
   <source>On Order</source>
   <translation>Bestellt</translation>
  </message>
 </context>
 <context>
  <name>report_pages</name>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>{title} · {moment}</source>
   <translation>{title} · {moment}</translation>
  </message>
 </context>
 <context>
  <name>returns</name>
  <message>
   <source>{tender} {amount}, {gave} of it refunded</source>
   <translation>{tender} {amount}, davon {gave} erstattet</translation>
  </message>
  <message>
   <source>{tender} {amount}</source>
   <translation>{tender} {amount}</translation>
  </message>
  <message>
   <source>Paid by {tenders}</source>
   <translation>Bezahlt mit {tenders}</translation>
  </message>
  <message>
   <source>Does not fit</source>
   <translation>Passt nicht</translation>
  </message>
  <message>
   <source>Does not please</source>
   <translation>Gefällt nicht</translation>
  </message>
  <message>
   <source>Does not work</source>
   <translation>Funktioniert nicht</translation>
  </message>
  <message>
   <source>Wrong item</source>
   <translation>Falscher Artikel</translation>
  </message>
  <message>
   <source>Found it cheaper</source>
   <translation>Anderswo günstiger</translation>
  </message>
 </context>
 <context>
  <name>sheet_saving</name>
  <message>
   <source>Spreadsheets (*.xlsx)</source>
   <translation>Tabellenkalkulation (*.xlsx)</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>Tabellen (*.csv)</translation>
  </message>
  <message>
   <source>Save for a Spreadsheet</source>
   <translation>Für eine Tabellenkalkulation speichern</translation>
  </message>
  <message>
   <source>{file} could not be saved. Choose a folder that you may write to and that has room.</source>
   <translation>{file} konnte nicht gespeichert werden. Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.</translation>
  </message>
 </context>
 <context>
  <name>signature</name>
  <message>
   <source>Canceled by</source>
   <translation>Storniert von</translation>
  </message>
  <message>
   <source>Why the customer no longer wants it</source>
   <translation>Warum der Kunde sie nicht mehr will</translation>
  </message>
 </context>
 <context>
  <name>special_orders</name>
  <message>
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>What is left open makes Needs Information: nothing is ordered until it is answered.</source>
   <translation>Was offen bleibt, wird zu „Auskunft nötig“: Bis zur Antwort wird nichts bestellt.</translation>
  </message>
  <message>
   <source>Special Orders</source>
   <translation>Sonderbestellungen</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>noch niemand</translation>
  </message>
  <message>
   <source>There are no special orders.

Press Add when a customer wants something ordered: goods that the shop carries, or something it never had.</source>
   <translation>Es gibt keine Sonderbestellungen.

Mit „Hinzufügen“ schreiben Sie auf, wenn ein Kunde etwas bestellt haben möchte: Ware, die der Laden führt, oder etwas, das er nie hatte.</translation>
  </message>
  <message>
   <source>Number, customer, item or note</source>
   <translation>Nummer, Kunde, Artikel oder Notiz</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Verworfen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Their backorders</source>
   <translation>Die Rückstände des Kunden</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Needed By</source>
   <translation>Benötigt bis</translation>
  </message>
  <message>
   <source>First Line</source>
   <translation>Erste Position</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Taken By</source>
   <translation>Aufgenommen von</translation>
  </message>
  <message>
   <source>Discard Special Order</source>
   <translation>Sonderbestellung verwerfen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Nothing on it will be ordered. It stays on record with the reason.</source>
   <translation>Nichts davon wird bestellt. Sie bleibt mit dem Grund verzeichnet.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>employee</source>
   <translation>Mitarbeiter</translation>
  </message>
  <message>
   <source>Deposit</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>How to Reach Them</source>
   <translation>Wie erreichbar</translation>
  </message>
  <message>
   <source>Their Order No.</source>
   <translation>Bestellnr. des Kunden</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Not Above</source>
   <translation>Nicht über</translation>
  </message>
  <message>
   <source>Vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Vendor Item No.</source>
   <translation>Lief.-Art.-Nr.</translation>
  </message>
  <message>
   <source>Expected Cost</source>
   <translation>Erwarteter EK</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Tax Code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Will Also Take</source>
   <translation>Nimmt auch</translation>
  </message>
  <message>
   <source>Still to Ask</source>
   <translation>Noch zu fragen</translation>
  </message>
  <message>
   <source>In One Piece</source>
   <translation>An einem Stück</translation>
  </message>
  <message>
   <source>vendor</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>tax code</source>
   <translation>Steuerschlüssel</translation>
  </message>
  <message>
   <source>price is fixed</source>
   <translation>Preis ist fest</translation>
  </message>
  <message>
   <source>automatic</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>Choose a line to see its vendor, promise and question.</source>
   <translation>Wählen Sie eine Position, um Lieferant, Zusage und Frage zu sehen.</translation>
  </message>
  <message>
   <source>Pictures and Files…</source>
   <translation>Bilder und Dateien …</translation>
  </message>
  <message>
   <source>Pictures and Files</source>
   <translation>Bilder und Dateien</translation>
  </message>
  <message>
   <source>Backorder {number}</source>
   <translation>Rückstand {number}</translation>
  </message>
  <message>
   <source>Questions ({answered} of {asked})…</source>
   <translation>Fragen ({answered} von {asked}) …</translation>
  </message>
  <message>
   <source>{item}. They are printed on the confirmation and on the purchase order.</source>
   <translation>{item}. Sie werden auf die Bestätigung und auf die Bestellung gedruckt.</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Still to ask: {question}</source>
   <translation>Noch zu fragen: {question}</translation>
  </message>
  <message>
   <source>Will also take: {what}</source>
   <translation>Nimmt auch: {what}</translation>
  </message>
  <message>
   <source>in one piece</source>
   <translation>an einem Stück</translation>
  </message>
  <message>
   <source>on sale from {day}</source>
   <translation>Verkauf ab {day}</translation>
  </message>
  <message>
   <source>no vendor yet</source>
   <translation>noch kein Lieferant</translation>
  </message>
  <message>
   <source>Not on file until the order is posted</source>
   <translation>Bis zum Buchen nicht angelegt</translation>
  </message>
  <message>
   <source>Not Yet on File</source>
   <translation>Noch nicht angelegt</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>The item gets its card when the special order is posted.</source>
   <translation>Der Artikel bekommt seine Karte, wenn die Sonderbestellung gebucht wird.</translation>
  </message>
  <message>
   <source>Add Item</source>
   <translation>Artikel hinzufügen</translation>
  </message>
  <message>
   <source>Nothing is on this order yet. Scan or type an item,
or press Not on File for what the shop never had.</source>
   <translation>Diese Bestellung ist noch leer. Scannen Sie einen Artikel oder geben Sie ihn ein,
oder drücken Sie Nicht angelegt für das, was der Laden nie hatte.</translation>
  </message>
  <message>
   <source>At Pick-up</source>
   <translation>Bei Abholung</translation>
  </message>
  <message>
   <source>D&amp;iscard…</source>
   <translation>Ver&amp;werfen…</translation>
  </message>
  <message>
   <source>Delete Li&amp;ne</source>
   <translation>&amp;Position löschen</translation>
  </message>
  <message>
   <source>Not &amp;on File…</source>
   <translation>Nicht an&amp;gelegt…</translation>
  </message>
  <message>
   <source>Invoi&amp;ce</source>
   <translation>&amp;Rechnung</translation>
  </message>
  <message>
   <source>&amp;Print…</source>
   <translation>Druc&amp;ken …</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>Discarded: {reason}</source>
   <translation>Verworfen: {reason}</translation>
  </message>
  <message>
   <source>Pa&amp;y…</source>
   <translation>Bezahle&amp;n…</translation>
  </message>
  <message>
   <source>Pay</source>
   <translation>Bezahlen</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>There is nothing to discard yet.</source>
   <translation>Noch gibt es nichts zu verwerfen.</translation>
  </message>
  <message>
   <source>There is no line to delete.</source>
   <translation>Es gibt keine Position zu löschen.</translation>
  </message>
  <message>
   <source>Invoi&amp;ce {number}</source>
   <translation>&amp;Rechnung {number}</translation>
  </message>
  <message>
   <source>Posted as special order {number}, invoice {invoice}. Each line is a backorder now.</source>
   <translation>Gebucht als Sonderbestellung {number}, Rechnung {invoice}. Jede Position ist jetzt ein Rückstand.</translation>
  </message>
  <message>
   <source>Pay the Deposit</source>
   <translation>Anzahlung bezahlen</translation>
  </message>
  <message>
   <source>&amp;Back to the Order</source>
   <translation>&amp;Zurück zur Bestellung</translation>
  </message>
  <message>
   <source>Back to the Order</source>
   <translation>Zurück zur Bestellung</translation>
  </message>
  <message>
   <source>Deposit of a special order that is not posted yet</source>
   <translation>Anzahlung für eine Sonderbestellung, die noch nicht gebucht ist</translation>
  </message>
  <message>
   <source>The money that was taken stands here. Post the order, or give it back first.</source>
   <translation>Das genommene Geld steht hier. Buchen Sie die Bestellung, oder geben Sie es zuerst zurück.</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>not above {price}</source>
   <translation>nicht über {price}</translation>
  </message>
  <message numerus="yes">
   <source>Left %n orders uncollected</source>
   <translation>
    <numerusform>%n Bestellung nicht abgeholt</numerusform>
    <numerusform>%n Bestellungen nicht abgeholt</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>statement</name>
  <message>
   <source>Statement for {name}</source>
   <translation>Kontoauszug für {name}</translation>
  </message>
  <message>
   <source>Statement of Account</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>On deposit now</source>
   <translation>Zurzeit angezahlt</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Anfangsstand</translation>
  </message>
  <message>
   <source>Backorder</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>On Deposit</source>
   <translation>Angezahlt</translation>
  </message>
  <message>
   <source>You owe</source>
   <translation>Sie schulden</translation>
  </message>
  <message>
   <source>Your credit</source>
   <translation>Ihr Guthaben</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
 </context>
 <context>
  <name>stock_counts</name>
  <message>
   <source>Stock Count</source>
   <translation>Inventur</translation>
  </message>
  <message>
   <source>Stock Count {number}</source>
   <translation>Inventur {number}</translation>
  </message>
  <message>
   <source>From File</source>
   <translation>Aus Datei</translation>
  </message>
  <message>
   <source>Tables (*.xlsx *.csv *.txt)</source>
   <translation>Tabellen (*.xlsx *.csv *.txt)</translation>
  </message>
  <message>
   <source>{file} cannot be read: {why}.</source>
   <translation>{file} kann nicht gelesen werden: {why}.</translation>
  </message>
  <message>
   <source>Line {line} of {file}: {why}</source>
   <translation>Zeile {line} von {file}: {why}</translation>
  </message>
  <message>
   <source>{count} items should be there and nobody counted them. They stay as they are.</source>
   <translation>{count} Artikel sollten da sein, und niemand hat sie gezählt. Sie bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>Not Counted</source>
   <translation>Nicht gezählt</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Go Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>{customer} has waited for {quantity} × {item} since {day}.</source>
   <translation>{customer} wartet seit {day} auf {quantity} × {item}.</translation>
  </message>
  <message>
   <source>Set Aside</source>
   <translation>Zurücklegen</translation>
  </message>
  <message>
   <source>Stock Counts</source>
   <translation>Inventuren</translation>
  </message>
  <message>
   <source>There are no stock counts.

Press Add to count everything, one department, or only what you scan.</source>
   <translation>Es gibt keine Inventuren.

Drücken Sie Neu, um alles, eine Abteilung oder nur das zu zählen, was Sie scannen.</translation>
  </message>
  <message>
   <source>Number, item or note</source>
   <translation>Nummer, Artikel oder Notiz</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Verworfen</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>Zählt</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Begun By</source>
   <translation>Begonnen von</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>New Stock Count</source>
   <translation>Neue Inventur</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>The shop may go on selling: each item is compared with what should be there as it is counted.</source>
   <translation>Es darf weiter verkauft werden: Jeder Artikel wird mit dem verglichen, was beim Zählen da sein sollte.</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>One department</source>
   <translation>Eine Abteilung</translation>
  </message>
  <message>
   <source>Only what is scanned</source>
   <translation>Nur, was gescannt wird</translation>
  </message>
  <message>
   <source>department</source>
   <translation>Abteilung</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keiner)</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Waiting for Customers</source>
   <translation>Wartet auf Kunden</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Look where these goods wait, and enter how many of them are there.</source>
   <translation>Sehen Sie nach, wo diese Ware wartet, und geben Sie ein, wie viele davon da sind.</translation>
  </message>
  <message>
   <source>{customer}: {quantity} × {item}</source>
   <translation>{customer}: {quantity} × {item}</translation>
  </message>
  <message>
   <source>A customer</source>
   <translation>Ein Kunde</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>{code}: scanned {quantity} × ({people}). No item has this code.</source>
   <translation>{code}: {quantity} × gescannt ({people}). Kein Artikel hat diesen Code.</translation>
  </message>
  <message>
   <source>Enter the item that it is, or say what became of it; then it counts nowhere.</source>
   <translation>Geben Sie den Artikel ein, oder sagen Sie, was daraus wurde; dann zählt es nirgends.</translation>
  </message>
  <message>
   <source>Item ID or barcode</source>
   <translation>Artikel-ID oder Barcode</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>Was daraus wurde</translation>
  </message>
  <message>
   <source>Discard Stock Count</source>
   <translation>Inventur verwerfen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>What was counted changes nothing. The count stays on record with the reason.</source>
   <translation>Was gezählt wurde, ändert nichts. Die Inventur bleibt mit dem Grund erhalten.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Nobody counted it yet</source>
   <translation>Noch von niemandem gezählt</translation>
  </message>
  <message>
   <source>Not what was expected</source>
   <translation>Nicht wie erwartet</translation>
  </message>
  <message>
   <source>Item ID</source>
   <translation>Art.-Nr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Counted Here</source>
   <translation>Hier gezählt</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Abweichung</translation>
  </message>
  <message>
   <source>At Cost</source>
   <translation>Zum Einstand</translation>
  </message>
  <message>
   <source>Scan what is there, or type its item ID or part of its description, and press Enter.</source>
   <translation>Scannen Sie, was da ist, oder tippen Sie Artikel-ID oder einen Teil der Beschreibung, und drücken Sie Enter.</translation>
  </message>
  <message>
   <source>Window, cellar …</source>
   <translation>Schaufenster, Keller …</translation>
  </message>
  <message>
   <source>Counting In</source>
   <translation>Gezählt wird in</translation>
  </message>
  <message>
   <source>&amp;Discard</source>
   <translation>&amp;Verwerfen</translation>
  </message>
  <message>
   <source>Not Cou&amp;nted</source>
   <translation>&amp;Nicht gezählt</translation>
  </message>
  <message>
   <source>Count Sh&amp;eet</source>
   <translation>Zähll&amp;iste</translation>
  </message>
  <message>
   <source>Fr&amp;om File</source>
   <translation>Aus Da&amp;tei</translation>
  </message>
  <message>
   <source>&amp;Post</source>
   <translation>&amp;Buchen</translation>
  </message>
  <message>
   <source>{extent}, begun by {person} on {day}</source>
   <translation>{extent}, begonnen von {person} am {day}</translation>
  </message>
  <message>
   <source>posted by {person} on {day}</source>
   <translation>gebucht von {person} am {day}</translation>
  </message>
  <message>
   <source>Discarded: {reason}</source>
   <translation>Verworfen: {reason}</translation>
  </message>
  <message>
   <source>Counted: {items}   Differences: {differing}   Not counted: {missed}</source>
   <translation>Gezählt: {items}   Abweichungen: {differing}   Nicht gezählt: {missed}</translation>
  </message>
  <message>
   <source>Counted: {items}   Differences: {differing}   Not counted: {missed}   At cost: {value}</source>
   <translation>Gezählt: {items}   Abweichungen: {differing}   Nicht gezählt: {missed}   Zum Einstand: {value}</translation>
  </message>
  <message>
   <source>Waiting for &amp;Customers ({count})</source>
   <translation>Wartet auf &amp;Kunden ({count})</translation>
  </message>
  <message>
   <source>&amp;Unidentified ({count})</source>
   <translation>&amp;Unbekannt ({count})</translation>
  </message>
  <message>
   <source>{item}: nobody counted it yet. Enter 0 when there is none.</source>
   <translation>{item}: noch von niemandem gezählt. Geben Sie 0 ein, wenn keiner da ist.</translation>
  </message>
  <message>
   <source>no place</source>
   <translation>ohne Ort</translation>
  </message>
  <message>
   <source>On the shelf {moved} while it was counted: count again what was counted before that.</source>
   <translation>Im Regal {moved}, während gezählt wurde: Zählen Sie noch einmal, was davor gezählt wurde.</translation>
  </message>
  <message>
   <source>What is scanned</source>
   <translation>Was gescannt wird</translation>
  </message>
 </context>
 <context>
  <name>vendor_return_paper</name>
  <message>
   <source>Credit Expected</source>
   <translation>Erwartete Gutschrift</translation>
  </message>
  <message>
   <source>Your Item No.</source>
   <translation>Ihre Artikelnr.</translation>
  </message>
  <message>
   <source>Draft Return to Vendor</source>
   <translation>Entwurf einer Rücksendung</translation>
  </message>
  <message>
   <source>Return to Vendor {number}</source>
   <translation>Rücksendung {number}</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Return Authorization</source>
   <translation>Rücksendenummer</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Your Invoice</source>
   <translation>Ihre Rechnung</translation>
  </message>
  <message>
   <source>Sent By</source>
   <translation>Geschickt von</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Our Item ID</source>
   <translation>Unsere Artikelnr.</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Bezeichnung</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Extended</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Serial No. {numbers}</source>
   <translation>Seriennr. {numbers}</translation>
  </message>
 </context>
</TS>
