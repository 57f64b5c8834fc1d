<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Environment</name>
    <message>
        <source>no environment</source>
        <translation>keine Umgebung</translation>
    </message>
    <message>
        <source>development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>Abnahme</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>The name of the host is not known.</source>
        <translation>Der Name des Rechners ist unbekannt.</translation>
    </message>
    <message>
        <source>The host cannot be reached, or the connection was lost.</source>
        <translation>Der Rechner ist nicht erreichbar, oder die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation>Es kam keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>The server refused the user or the password.</source>
        <translation>Der Server hat Benutzer oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>The server is there, but it has no such database.</source>
        <translation>Der Server ist da, hat aber keine solche Datenbank.</translation>
    </message>
    <message>
        <source>The permission for this is missing.</source>
        <translation>Die Berechtigung dafür fehlt.</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>Diese Verbindung ist nur zum Lesen.</translation>
    </message>
    <message>
        <source>Somebody else holds a lock on it.</source>
        <translation>Jemand anderes hält eine Sperre darauf.</translation>
    </message>
    <message>
        <source>This value exists already and must be unique.</source>
        <translation>Diesen Wert gibt es schon, und er muss eindeutig sein.</translation>
    </message>
    <message>
        <source>A value is missing that must not be NULL.</source>
        <translation>Es fehlt ein Wert, der nicht NULL sein darf.</translation>
    </message>
    <message>
        <source>A foreign key does not allow it.</source>
        <translation>Ein Fremdschlüssel lässt es nicht zu.</translation>
    </message>
    <message>
        <source>A check constraint does not allow it.</source>
        <translation>Eine Prüfbedingung lässt es nicht zu.</translation>
    </message>
    <message>
        <source>A value does not fit.</source>
        <translation>Ein Wert passt nicht.</translation>
    </message>
    <message>
        <source>The SQL is not understood.</source>
        <translation>Das SQL wird nicht verstanden.</translation>
    </message>
    <message>
        <source>Something that is named does not exist.</source>
        <translation>Etwas, das genannt wird, gibt es nicht.</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>Somebody else has changed it.</source>
        <translation>Jemand anderes hat es geändert.</translation>
    </message>
    <message>
        <source>The file is not a database.</source>
        <translation>Die Datei ist keine Datenbank.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Joinery.</source>
        <translation>Die Datei stammt von einer neueren Version von Joinery.</translation>
    </message>
    <message>
        <source>A file cannot be read or written.</source>
        <translation>Eine Datei kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>This is not possible here.</source>
        <translation>Das ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>Something in the input is not right.</source>
        <translation>Etwas in der Eingabe stimmt nicht.</translation>
    </message>
    <message>
        <source>This was refused for safety.</source>
        <translation>Das wurde zur Sicherheit abgelehnt.</translation>
    </message>
    <message>
        <source>The server reported an error.</source>
        <translation>Der Server meldete einen Fehler.</translation>
    </message>
    <message>
        <source>Joinery made a mistake.</source>
        <translation>Joinery hat einen Fehler gemacht.</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>Revision</translation>
    </message>
</context>
<context>
    <name>JobTitle</name>
    <message>
        <source>Read the schema</source>
        <translation>Schema lesen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Read the version table</source>
        <translation>Versionstabelle lesen</translation>
    </message>
    <message>
        <source>Plan: upgrade to %1</source>
        <translation>Plan: Aktualisierung auf %1</translation>
    </message>
    <message>
        <source>Plan: downgrade to %1</source>
        <translation>Plan: Rückstufung auf %1</translation>
    </message>
    <message>
        <source>Plan: stamp %1</source>
        <translation>Plan: %1 stempeln</translation>
    </message>
    <message>
        <source>Upgrade to %1</source>
        <translation>Auf %1 aktualisieren</translation>
    </message>
    <message>
        <source>Downgrade to %1</source>
        <translation>Auf %1 zurückstufen</translation>
    </message>
    <message>
        <source>Stamp %1</source>
        <translation>%1 stempeln</translation>
    </message>
    <message>
        <source>Read more rows</source>
        <translation>Weitere Zeilen lesen</translation>
    </message>
    <message>
        <source>Close a result</source>
        <translation>Ergebnis schließen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation>%1 Anweisungen</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Estimate %1</source>
        <translation>%1 schätzen</translation>
    </message>
    <message>
        <source>Count %1</source>
        <translation>%1 zählen</translation>
    </message>
    <message>
        <source>Commit to %1</source>
        <translation>%1 festschreiben</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>Import into %1</source>
        <translation>In %1 importieren</translation>
    </message>
    <message>
        <source>Read a cell of %1</source>
        <translation>Zelle von %1 lesen</translation>
    </message>
    <message>
        <source>Save a cell of %1</source>
        <translation>Zelle von %1 speichern</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>%1 durchsuchen</translation>
    </message>
    <message>
        <source>Rehearse the upgrade to %1</source>
        <translation>Upgrade auf %1 proben</translation>
    </message>
    <message>
        <source>Compare with the revision</source>
        <translation>Mit der Revision vergleichen</translation>
    </message>
    <message>
        <source>Repair the database</source>
        <translation>Datenbank reparieren</translation>
    </message>
    <message>
        <source>Adopt what was changed by hand</source>
        <translation>Von Hand Geändertes übernehmen</translation>
    </message>
    <message>
        <source>Prove the squash</source>
        <translation>Verdichtung beweisen</translation>
    </message>
</context>
<context>
    <name>JsonFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>not NULL</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>Foreign key %1</source>
        <translation>Fremdschlüssel %1</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>Index on %1</source>
        <translation>Index auf %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>materialized</source>
        <translation>materialisiert</translation>
    </message>
    <message>
        <source>Enums</source>
        <translation>Aufzählungen</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Other objects</source>
        <translation>Andere Objekte</translation>
    </message>
    <message>
        <source>~%1 M</source>
        <comment>rows, in millions</comment>
        <translation>~%1 Mio.</translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>The file %1 could not be opened as a database.</source>
        <translation>Die Datei %1 konnte nicht als Datenbank geöffnet werden.</translation>
    </message>
    <message>
        <source>The address is not understood.</source>
        <translation>Die Adresse wird nicht verstanden.</translation>
    </message>
    <message>
        <source>Name: the host %1 is not known.</source>
        <translation>Name: der Rechner %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>Network: %1 did not answer.</source>
        <translation>Netz: %1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>TLS: no encrypted connection to %1 could be agreed on.</source>
        <translation>TLS: mit %1 kam keine verschlüsselte Verbindung zustande.</translation>
    </message>
    <message>
        <source>Login: %1 refused to let you in.</source>
        <translation>Anmeldung: %1 lässt Sie nicht hinein.</translation>
    </message>
    <message>
        <source>Login: %1 refused the user %2 or the password.</source>
        <translation>Anmeldung: %1 hat den Benutzer %2 oder das Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Database: %1 said no.</source>
        <translation>Datenbank: %1 hat abgelehnt.</translation>
    </message>
    <message>
        <source>Database: %1 could not be opened on %2.</source>
        <translation>Datenbank: %1 konnte auf %2 nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>joinery::ui</name>
    <message>
        <source>Not possible: %1</source>
        <translation>Nicht möglich: %1</translation>
    </message>
    <message>
        <source>delete table %1</source>
        <translation>Tabelle %1 löschen</translation>
    </message>
    <message>
        <source>Delete table %1?</source>
        <translation>Tabelle %1 löschen?</translation>
    </message>
    <message>
        <source>Other tables refer to %1. This goes with it:</source>
        <translation>Andere Tabellen verweisen auf %1. Das geht mit:</translation>
    </message>
    <message>
        <source>Delete table and foreign keys</source>
        <translation>Tabelle und Fremdschlüssel löschen</translation>
    </message>
    <message>
        <source>delete column %1</source>
        <translation>Spalte %1 löschen</translation>
    </message>
    <message>
        <source>Delete column %1?</source>
        <translation>Spalte %1 löschen?</translation>
    </message>
    <message>
        <source>The column is in use. This goes with it:</source>
        <translation>Die Spalte wird benutzt. Das geht mit:</translation>
    </message>
    <message>
        <source>Delete column and what uses it</source>
        <translation>Spalte und was sie benutzt löschen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ActivityPanel</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>Laufende Aufgaben</translation>
    </message>
    <message>
        <source>Close Activity</source>
        <translation>Aktivität schließen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>joinery::ui::Canvas</name>
    <message>
        <source>table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>, primary key</source>
        <translation>, Primärschlüssel</translation>
    </message>
    <message>
        <source>, foreign key</source>
        <translation>, Fremdschlüssel</translation>
    </message>
    <message>
        <source>, may be NULL</source>
        <translation>, darf NULL sein</translation>
    </message>
    <message>
        <source>, not NULL</source>
        <translation>, nie NULL</translation>
    </message>
</context>
<context>
    <name>joinery::ui::CellDelegate</name>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>%1 in row %2</source>
        <translation>%1 in Zeile %2</translation>
    </message>
</context>
<context>
    <name>joinery::ui::CellDialog</name>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Load all of it</source>
        <translation>Ganz laden</translation>
    </message>
    <message>
        <source>Save to a file …</source>
        <translation>In Datei speichern …</translation>
    </message>
    <message>
        <source>Replace by a file …</source>
        <translation>Durch Datei ersetzen …</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message>
        <source>The rest was not kept with the result. Open the table to load it, or export the result.</source>
        <translation>Der Rest wurde mit dem Ergebnis nicht behalten. Öffnen Sie die Tabelle, um ihn zu laden, oder exportieren Sie das Ergebnis.</translation>
    </message>
    <message>
        <source>At most %1 can be loaded here. Save it to a file instead.</source>
        <translation>Hier können höchstens %1 geladen werden. Speichern Sie die Zelle stattdessen in eine Datei.</translation>
    </message>
    <message>
        <source>Loading %1 …</source>
        <translation>%1 werden geladen …</translation>
    </message>
    <message>
        <source>Save the cell</source>
        <translation>Zelle speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 were written to %2.</source>
        <translation>%1 wurden nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>Saving to %1 …</source>
        <translation>Wird nach %1 gespeichert …</translation>
    </message>
    <message>
        <source>Replace the cell by a file</source>
        <translation>Zelle durch eine Datei ersetzen</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>The file is no text in UTF-8, and %1 takes no bytes.</source>
        <translation>Die Datei ist kein Text in UTF-8, und %1 nimmt keine Bytes auf.</translation>
    </message>
    <message>
        <source>Staged: it is written with the next commit.</source>
        <translation>Vorgemerkt: Es wird mit dem nächsten Commit geschrieben.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ColumnMap</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht nach</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>%1 goes to</source>
        <translation>%1 geht nach</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Type of the new column</source>
        <translation>Typ der neuen Spalte</translation>
    </message>
    <message>
        <source>Name of the column for %1</source>
        <translation>Name der Spalte für %1</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>No column of the file goes into the table.</source>
        <translation>Keine Spalte der Datei geht in die Tabelle.</translation>
    </message>
    <message>
        <source>Two columns of the file go to the column %1.</source>
        <translation>Zwei Spalten der Datei gehen in die Spalte %1.</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>counted up</source>
        <translation>hochgezählt</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Neue Spalte</translation>
    </message>
    <message>
        <source>%1 may be NULL</source>
        <translation>%1 darf NULL sein</translation>
    </message>
    <message>
        <source>%1 is not NULL</source>
        <translation>%1 ist nie NULL</translation>
    </message>
    <message>
        <source>%1 is in the primary key</source>
        <translation>%1 gehört zum Primärschlüssel</translation>
    </message>
    <message>
        <source>%1 is not in the primary key</source>
        <translation>%1 gehört nicht zum Primärschlüssel</translation>
    </message>
    <message>
        <source>The table was deleted.</source>
        <translation>Die Tabelle wurde gelöscht.</translation>
    </message>
    <message>
        <source>add column %1</source>
        <translation>Spalte %1 hinzufügen</translation>
    </message>
    <message>
        <source>rename column %1 to %2</source>
        <translation>Spalte %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>change type of %1</source>
        <translation>Typ von %1 ändern</translation>
    </message>
    <message>
        <source>%1 is part of the primary key, which is never NULL.</source>
        <translation>%1 gehört zum Primärschlüssel, der nie NULL ist.</translation>
    </message>
    <message>
        <source>allow NULL in %1</source>
        <translation>NULL in %1 erlauben</translation>
    </message>
    <message>
        <source>forbid NULL in %1</source>
        <translation>NULL in %1 verbieten</translation>
    </message>
    <message>
        <source>change primary key</source>
        <translation>Primärschlüssel ändern</translation>
    </message>
    <message>
        <source>change default of %1</source>
        <translation>Vorgabe von %1 ändern</translation>
    </message>
    <message>
        <source>%1 belongs to a foreign key of several columns; change that below.</source>
        <translation>%1 gehört zu einem Fremdschlüssel aus mehreren Spalten; ändern Sie ihn weiter unten.</translation>
    </message>
    <message>
        <source>delete foreign key of %1</source>
        <translation>Fremdschlüssel von %1 löschen</translation>
    </message>
    <message>
        <source>let %1 refer to %2</source>
        <translation>%1 auf %2 verweisen lassen</translation>
    </message>
    <message>
        <source>change comment of %1</source>
        <translation>Kommentar von %1 ändern</translation>
    </message>
</context>
<context>
    <name>joinery::ui::CommitList</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n gelöscht</numerusform>
            <numerusform>%n gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>took a commit back</source>
        <translation>nahm ein Festschreiben zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n rows stay as they are: nothing tells them apart from others any more.</source>
        <translation>
            <numerusform>%n Zeile bleibt, wie sie ist: Nichts unterscheidet sie mehr von anderen.</numerusform>
            <numerusform>%n Zeilen bleiben, wie sie sind: Nichts unterscheidet sie mehr von anderen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells stay as they are: what stood there before was too large to be kept.</source>
        <translation>
            <numerusform>%n Zelle bleibt, wie sie ist: Was dort stand, war zu groß zum Aufheben.</numerusform>
            <numerusform>%n Zellen bleiben, wie sie sind: Was dort stand, war zu groß zum Aufheben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted rows do not come back: they held what was too large to be kept.</source>
        <translation>
            <numerusform>%n gelöschte Zeile kommt nicht wieder: Sie enthielt, was zu groß zum Aufheben war.</numerusform>
            <numerusform>%n gelöschte Zeilen kommen nicht wieder: Sie enthielten, was zu groß zum Aufheben war.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted rows come back, and the database gives them another row address.</source>
        <translation>
            <numerusform>%n gelöschte Zeile kommt wieder, unter einer anderen Zeilenadresse der Datenbank.</numerusform>
            <numerusform>%n gelöschte Zeilen kommen wieder, unter anderen Zeilenadressen der Datenbank.</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers that the database counted for added rows stay used.</source>
        <translation>Nummern, die die Datenbank für neue Zeilen vergeben hat, bleiben verbraucht.</translation>
    </message>
    <message>
        <source>What the undo does not bring back</source>
        <translation>Was das Zurücknehmen nicht wiederbringt</translation>
    </message>
    <message>
        <source>Undo on %1</source>
        <translation>Auf %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Festgeschriebenes</translation>
    </message>
    <message>
        <source>The last commits of staged changes to %1</source>
        <translation>Zuletzt in %1 festgeschriebene Änderungen</translation>
    </message>
    <message>
        <source>An undo writes the SQL below in one transaction, and nothing where a row has changed since the commit.</source>
        <translation>Das Zurücknehmen führt das SQL unten in einer Transaktion aus, und nichts davon, wenn sich eine Zeile seither geändert hat.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>SQL of the undo</source>
        <translation>SQL des Zurücknehmens</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was committed from a table on this connection yet.</source>
        <translation>Über diese Verbindung wurde noch nichts aus einer Tabelle festgeschrieben.</translation>
    </message>
    <message>
        <source>This commit was undone. What took it back is in the list, and can be undone in its turn.</source>
        <translation>Dies wurde zurückgenommen. Was es zurücknahm, steht in der Liste und kann seinerseits zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Nothing of this commit can be undone.</source>
        <translation>Hiervon kann nichts zurückgenommen werden.</translation>
    </message>
    <message>
        <source>The connection is not open.</source>
        <translation>Die Verbindung ist nicht offen.</translation>
    </message>
    <message>
        <source>The table %1 is not there any more.</source>
        <translation>Die Tabelle %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The table %1 has other columns or another key than at that time: the commit cannot be undone.</source>
        <translation>Die Tabelle %1 hat andere Spalten oder einen anderen Schlüssel als damals: Das kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The connection broke during the commit: it may or may not have happened. Refresh to see.</source>
        <translation>Die Verbindung brach während des Festschreibens ab: Es kann geschehen sein oder nicht. Aktualisieren Sie, um es zu sehen.</translation>
    </message>
    <message>
        <source>%1 (deleted since)</source>
        <translation>%1 (seither gelöscht)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Changed since the commit: %1</source>
        <translation>Seither geändert: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>joinery::ui::Committer</name>
    <message>
        <source>The connection broke during the commit: it may or may not have happened. Refresh to see.</source>
        <translation>Die Verbindung brach beim Festschreiben ab: es kann geschehen sein oder nicht. Aktualisieren zeigt es.</translation>
    </message>
    <message numerus="yes">
        <source>change %n rows</source>
        <translation>
            <numerusform>%n Zeile ändern</numerusform>
            <numerusform>%n Zeilen ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add %n rows</source>
        <translation>
            <numerusform>%n Zeile hinzufügen</numerusform>
            <numerusform>%n Zeilen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n rows</source>
        <translation>
            <numerusform>%n Zeile löschen</numerusform>
            <numerusform>%n Zeilen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 of %2: %3.</source>
        <translation>In %1 von %2: %3.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>New row %1 has no value for %2, which must not be NULL.</source>
        <translation>Die neue Zeile %1 hat keinen Wert für %2; NULL ist dort nicht erlaubt.</translation>
    </message>
    <message>
        <source>The row %1 would get NULL in %2, which must not be NULL.</source>
        <translation>Die Zeile %1 bekäme NULL in %2; das ist dort nicht erlaubt.</translation>
    </message>
    <message>
        <source>This table takes part in no transaction (%1): rows written before a failure stay written.</source>
        <translation>Diese Tabelle nimmt an keiner Transaktion teil (%1): Zeilen, die vor einem Fehler geschrieben wurden, bleiben geschrieben.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>joinery::ui::CompletionSource</name>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>table · %1 rows</source>
        <translation>Tabelle · %1 Zeilen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConflictDialog</name>
    <message>
        <source>Keep staged</source>
        <translation>Vorgemerkt lassen</translation>
    </message>
    <message>
        <source>Commit to %1</source>
        <translation>In %1 festschreiben</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>Von anderen geändert</translation>
    </message>
    <message numerus="yes">
        <source>Somebody else changed %n of your rows of %1 in the meantime</source>
        <translation>
            <numerusform>Jemand anderes hat inzwischen %n Ihrer Zeilen von %1 geändert</numerusform>
            <numerusform>Jemand anderes hat inzwischen %n Ihrer Zeilen von %1 geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. Choose what stands; the commit checks once more that the rows are as they are shown here.</source>
        <translation>Es wurde nichts geschrieben. Wählen Sie, was gilt; beim Festschreiben wird noch einmal geprüft, dass die Zeilen so sind wie hier gezeigt.</translation>
    </message>
    <message>
        <source>Rows that somebody else changed</source>
        <translation>Zeilen, die jemand anderes geändert hat</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alle meine</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stages what was chosen without writing it</source>
        <translation>Merkt das Gewählte vor, ohne es zu schreiben</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>To be chosen</source>
        <translation>Zu wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n choices are left</source>
        <translation>
            <numerusform>%n Wahl steht aus</numerusform>
            <numerusform>%n Wahlen stehen aus</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is chosen</source>
        <translation>Alles ist gewählt</translation>
    </message>
    <message>
        <source>Row %1: deleted by them</source>
        <translation>Zeile %1: von anderen gelöscht</translation>
    </message>
    <message>
        <source>Row %1: deleted by you</source>
        <translation>Zeile %1: von Ihnen gelöscht</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConflictForm</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Theirs, mine and before</source>
        <translation>Andere, meine und vorher</translation>
    </message>
    <message>
        <source>Somebody else deleted this row already. Nothing is left to do.</source>
        <translation>Jemand anderes hat diese Zeile schon gelöscht. Es ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Somebody else deleted this row, or changed its key.</source>
        <translation>Jemand anderes hat diese Zeile gelöscht oder ihren Schlüssel geändert.</translation>
    </message>
    <message>
        <source>You want to delete this row, and somebody else changed it.</source>
        <translation>Sie wollen diese Zeile löschen, und jemand anderes hat sie geändert.</translation>
    </message>
    <message>
        <source>Give up my changes</source>
        <translation>Meine Änderungen aufgeben</translation>
    </message>
    <message>
        <source>Keep the row as it is now</source>
        <translation>Die Zeile lassen, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>Insert the row again, with my changes</source>
        <translation>Die Zeile mit meinen Änderungen wieder einfügen</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>Trotzdem löschen</translation>
    </message>
    <message>
        <source>It cannot be inserted again: %1 was read only in part.</source>
        <translation>Sie kann nicht wieder eingefügt werden: %1 wurde nur zum Teil gelesen.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, andere: %2</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation>%1, meine: %2</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>nicht geändert</translation>
    </message>
    <message>
        <source>Somebody else wrote the same. Nothing is left to choose.</source>
        <translation>Jemand anderes hat dasselbe geschrieben. Es ist nichts mehr zu wählen.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConnectionDesk</name>
    <message>
        <source>Open a database file</source>
        <translation>Datenbankdatei öffnen</translation>
    </message>
    <message>
        <source>SQLite databases (*.db *.sqlite *.sqlite3 *.db3);;All files (*)</source>
        <translation>SQLite-Datenbanken (*.db *.sqlite *.sqlite3 *.db3);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Remove the connection %1?</source>
        <translation>Die Verbindung %1 entfernen?</translation>
    </message>
    <message>
        <source>Joinery forgets the address and the password. The database itself is not touched.</source>
        <translation>Joinery vergisst Adresse und Passwort. Die Datenbank selbst wird nicht angerührt.</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConnectionDialog</name>
    <message>
        <source>Connect to a database</source>
        <translation>Mit einer Datenbank verbinden</translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation>Verbindung ändern</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Cancel the &amp;test</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird aufgebaut …</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Encrypted: %1</source>
        <translation>Verschlüsselt: %1</translation>
    </message>
    <message>
        <source>Connected to %1 %2.</source>
        <translation>Verbunden mit %1 %2.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConnectionForm</name>
    <message>
        <source>ODBC / other</source>
        <translation>ODBC / andere</translation>
    </message>
    <message>
        <source>Data sour&amp;ce</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>The name of a data source of odbc.ini, or a connection string: Key=Value;Key=Value</source>
        <translation>Der Name einer Datenquelle aus odbc.ini oder eine Verbindungszeichenkette: Schlüssel=Wert;Schlüssel=Wert</translation>
    </message>
    <message>
        <source>Keep the password in the system&apos;s keychain</source>
        <translation>Passwort im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Read-only: the server itself refuses every write</source>
        <translation>Nur lesen: der Server selbst weist jedes Schreiben zurück</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>U&amp;ser</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Open a database file</source>
        <translation>Datenbankdatei öffnen</translation>
    </message>
    <message>
        <source>SQLite databases (*.db *.sqlite *.sqlite3 *.db3);;All files (*)</source>
        <translation>SQLite-Datenbanken (*.db *.sqlite *.sqlite3 *.db3);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Give a URL, or fill in the fields.</source>
        <translation>Geben Sie eine URL an oder füllen Sie die Felder aus.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>How many seconds a statement may take before it is cancelled at the server</source>
        <translation>Wie viele Sekunden eine Anweisung dauern darf, bevor sie am Server abgebrochen wird</translation>
    </message>
    <message>
        <source>Statement &amp;timeout (s)</source>
        <translation>Zei&amp;tlimit je Anweisung (s)</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConnectionList</name>
    <message>
        <source>The password was not put into the keychain. It is kept until you quit</source>
        <translation>Das Passwort kam nicht in den Schlüsselbund. Es bleibt bis zum Beenden erhalten</translation>
    </message>
    <message>
        <source>The list of connections was not saved</source>
        <translation>Die Liste der Verbindungen wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConnectionSource</name>
    <message>
        <source>The connection was removed.</source>
        <translation>Die Verbindung wurde entfernt.</translation>
    </message>
    <message>
        <source>Reading the schema of %1 …</source>
        <translation>Das Schema von %1 wird gelesen …</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is not connected. Press F5 to connect.</source>
        <translation>%1 ist nicht verbunden. F5 verbindet.</translation>
    </message>
    <message>
        <source>%1 has no tables.</source>
        <translation>%1 hat keine Tabellen.</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DesignerFeature</name>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>New table in the model …</source>
        <translation>Neue Tabelle im Modell …</translation>
    </message>
    <message>
        <source>New foreign key in the model …</source>
        <translation>Neuer Fremdschlüssel im Modell …</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DesignerPage</name>
    <message>
        <source>This table is not in the model any more. Undo brings it back.</source>
        <translation>Diese Tabelle gibt es im Modell nicht mehr. Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Select the columns that together shall be unique.</source>
        <translation>Wählen Sie die Spalten, die zusammen eindeutig sein sollen.</translation>
    </message>
    <message>
        <source>add unique on %1</source>
        <translation>Eindeutigkeit von %1 hinzufügen</translation>
    </message>
    <message>
        <source>New check</source>
        <translation>Neue Prüfbedingung</translation>
    </message>
    <message>
        <source>What must hold for every row, as an SQL expression:</source>
        <translation>Was für jede Zeile gelten muss, als SQL-Ausdruck:</translation>
    </message>
    <message>
        <source>Add check</source>
        <translation>Prüfbedingung hinzufügen</translation>
    </message>
    <message>
        <source>add check %1</source>
        <translation>Prüfbedingung %1 hinzufügen</translation>
    </message>
    <message>
        <source>The model could not be saved</source>
        <translation>Das Modell konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Model with unsaved changes</source>
        <translation>Modell mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Model saved</source>
        <translation>Modell gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foreign keys</source>
        <translation>
            <numerusform>%n Fremdschlüssel</numerusform>
            <numerusform>%n Fremdschlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indexes</source>
        <translation>
            <numerusform>%n Index</numerusform>
            <numerusform>%n Indizes</numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Add a foreign key</source>
        <translation>Fremdschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>Make the selected columns unique</source>
        <translation>Die gewählten Spalten eindeutig machen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfbedingung</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Prüfbedingung hinzufügen</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Show the diagram of the project</source>
        <translation>Das Diagramm des Projekts zeigen</translation>
    </message>
    <message>
        <source>Delete table</source>
        <translation>Tabelle löschen</translation>
    </message>
    <message>
        <source>Delete this table</source>
        <translation>Diese Tabelle löschen</translation>
    </message>
    <message>
        <source>COLUMNS</source>
        <translation>SPALTEN</translation>
    </message>
    <message>
        <source>KEYS AND CONSTRAINTS</source>
        <translation>SCHLÜSSEL UND BEDINGUNGEN</translation>
    </message>
    <message>
        <source>INDEXES</source>
        <translation>INDIZES</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Keys and constraints</source>
        <translation>Schlüssel und Bedingungen</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Why the last change was refused</source>
        <translation>Warum die letzte Änderung abgelehnt wurde</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DiagramFeature</name>
    <message>
        <source>Diagram of the database</source>
        <translation>Diagramm der Datenbank</translation>
    </message>
    <message>
        <source>Open a database first: then its diagram can be shown.</source>
        <translation>Öffnen Sie zuerst eine Datenbank: dann kann ihr Diagramm gezeigt werden.</translation>
    </message>
    <message>
        <source>Diagram of the project</source>
        <translation>Diagramm des Projekts</translation>
    </message>
    <message>
        <source>Open a project first: then its diagram can be shown.</source>
        <translation>Öffnen Sie zuerst ein Projekt: dann kann sein Diagramm gezeigt werden.</translation>
    </message>
    <message>
        <source>Diagram: tidy</source>
        <translation>Diagramm: aufräumen</translation>
    </message>
    <message>
        <source>Diagram: fit into the window</source>
        <translation>Diagramm: ins Fenster einpassen</translation>
    </message>
    <message>
        <source>Diagram: zoom to 100 %</source>
        <translation>Diagramm: auf 100 % zoomen</translation>
    </message>
    <message>
        <source>Diagram: zoom in</source>
        <translation>Diagramm: vergrößern</translation>
    </message>
    <message>
        <source>Diagram: zoom out</source>
        <translation>Diagramm: verkleinern</translation>
    </message>
    <message>
        <source>Diagram: show names</source>
        <translation>Diagramm: Namen zeigen</translation>
    </message>
    <message>
        <source>Diagram: show keys</source>
        <translation>Diagramm: Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Diagram: show keys and columns</source>
        <translation>Diagramm: Schlüssel und Spalten zeigen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DiagramPage</name>
    <message>
        <source>The diagram of %1</source>
        <translation>Das Diagramm von %1</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Tab and the arrow keys go from table to table, Return opens one, Alt with the arrows moves it.</source>
        <translation>Tab und die Pfeiltasten gehen von Tabelle zu Tabelle, Eingabe öffnet eine, Alt mit den Pfeilen verschiebt sie.</translation>
    </message>
    <message>
        <source>The model could not be saved</source>
        <translation>Das Modell konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Model with unsaved changes</source>
        <translation>Modell mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Model saved</source>
        <translation>Modell gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n Beziehung</numerusform>
            <numerusform>%n Beziehungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not related</source>
        <translation>%1: ohne Beziehung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>%1 tables selected</source>
        <translation>%1 Tabellen ausgewählt</translation>
    </message>
    <message>
        <source>Arranging the tables …</source>
        <translation>Die Tabellen werden angeordnet …</translation>
    </message>
    <message>
        <source>Edit table</source>
        <translation>Tabelle bearbeiten</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Add foreign key …</source>
        <translation>Fremdschlüssel hinzufügen …</translation>
    </message>
    <message>
        <source>Delete table …</source>
        <translation>Tabelle löschen …</translation>
    </message>
    <message>
        <source>New table …</source>
        <translation>Neue Tabelle …</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export the diagram</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.pdf)</source>
        <translation>Bilder (*.svg *.png *.pdf)</translation>
    </message>
    <message>
        <source>The diagram could not be exported</source>
        <translation>Das Diagramm konnte nicht exportiert werden</translation>
    </message>
    <message>
        <source>The diagram was written to %1.</source>
        <translation>Das Diagramm wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DiagramToolbar</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Tabelle hinzufügen</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Add a foreign key</source>
        <translation>Fremdschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Find in diagram</source>
        <translation>Im Diagramm suchen</translation>
    </message>
    <message>
        <source>Find a table or column in the diagram</source>
        <translation>Tabelle oder Spalte im Diagramm suchen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys and columns</source>
        <translation>Schlüssel und Spalten</translation>
    </message>
    <message>
        <source>Detail of the tables</source>
        <translation>Genauigkeit der Tabellen</translation>
    </message>
    <message>
        <source>Neighbours: off</source>
        <translation>Nachbarn: aus</translation>
    </message>
    <message numerus="yes">
        <source>Neighbours: %n hops</source>
        <translation>
            <numerusform>Nachbarn: %n Schritt</numerusform>
            <numerusform>Nachbarn: %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>How far the selection reaches</source>
        <translation>Wie weit die Auswahl reicht</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Arrange all tables anew</source>
        <translation>Alle Tabellen neu anordnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export as SVG, PNG or PDF</source>
        <translation>Als SVG, PNG oder PDF exportieren</translation>
    </message>
    <message>
        <source>Tables and columns</source>
        <translation>Tabellen und Spalten</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DockStrip</name>
    <message>
        <source>Move to the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::DriftDialog</name>
    <message>
        <source>%1 against its revision</source>
        <translation>%1 und die Revision</translation>
    </message>
    <message>
        <source>I have read what a repair destroys, and want it</source>
        <translation>Ich habe gelesen, was die Reparatur vernichtet, und möchte sie</translation>
    </message>
    <message>
        <source>Differences from the revision</source>
        <translation>Abweichungen von der Revision</translation>
    </message>
    <message>
        <source>SQL that puts the database back</source>
        <translation>SQL, das die Datenbank zurücksetzt</translation>
    </message>
    <message>
        <source>Why it may stand, or what the revision does</source>
        <translation>Warum es bleiben darf, oder was die Revision tut</translation>
    </message>
    <message>
        <source>Reason, or message of the revision</source>
        <translation>Grund oder Nachricht der Revision</translation>
    </message>
    <message>
        <source>Let the selected difference stand; the reason is written into the project</source>
        <translation>Die gewählte Abweichung bestehen lassen; der Grund kommt ins Projekt</translation>
    </message>
    <message>
        <source>Adopt into the models</source>
        <translation>In die Modelle übernehmen</translation>
    </message>
    <message>
        <source>Make a revision of all differences, put them into the models, and stamp the database with it</source>
        <translation>Aus allen Abweichungen eine Revision machen, sie in die Modelle übernehmen und die Datenbank damit stempeln</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>%1 reparieren</translation>
    </message>
    <message>
        <source>Run the SQL: the database is as its revision says again</source>
        <translation>Das SQL ausführen: Die Datenbank ist wieder, wie ihre Revision sagt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>no revision</source>
        <translation>keiner Revision</translation>
    </message>
    <message>
        <source>%1 is at %2, and as that says.</source>
        <translation>%1 steht bei %2 und ist so, wie diese sagt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is at %2. %n thing(s) in it are not as that says; somebody changed them by hand.</source>
        <translation>
            <numerusform>%1 steht bei %2. %n Sache darin ist anders, als diese sagt; jemand hat sie von Hand geändert.</numerusform>
            <numerusform>%1 steht bei %2. %n Sachen darin sind anders, als diese sagt; jemand hat sie von Hand geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
may stand: %2</source>
        <translation>%1
darf bleiben: %2</translation>
    </message>
    <message>
        <source>A repair destroys for good: %1</source>
        <translation>Eine Reparatur vernichtet endgültig: %1</translation>
    </message>
    <message>
        <source>Do not ignore any more</source>
        <translation>Nicht mehr ignorieren</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
</context>
<context>
    <name>joinery::ui::EditJournal</name>
    <message>
        <source>Staged edits were kept by a newer version of Joinery in %1.</source>
        <translation>Vorgemerkte Änderungen wurden von einer neueren Version von Joinery in %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The staged edits kept in %1 cannot be read.</source>
        <translation>Die in %1 aufbewahrten vorgemerkten Änderungen sind nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::EditorFeature</name>
    <message>
        <source>Query %1</source>
        <translation>Abfrage %1</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist offen.</translation>
    </message>
    <message>
        <source>Open query %1</source>
        <translation>Abfrage %1 öffnen</translation>
    </message>
    <message>
        <source>Run all statements</source>
        <translation>Alle Anweisungen ausführen</translation>
    </message>
    <message>
        <source>Open SQL file…</source>
        <translation>SQL-Datei öffnen …</translation>
    </message>
    <message>
        <source>Open SQL file</source>
        <translation>SQL-Datei öffnen</translation>
    </message>
    <message>
        <source>SQL scripts (*.sql);;All files (*)</source>
        <translation>SQL-Skripte (*.sql);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than the editor opens (16 MB); joinery-cli query -f runs it.</source>
        <translation>%1 ist größer, als der Editor öffnet (16 MB); joinery-cli query -f führt es aus.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ExportDialog</name>
    <message>
        <source>Export rows</source>
        <translation>Zeilen exportieren</translation>
    </message>
    <message>
        <source>Export rows of %1</source>
        <translation>Zeilen von %1 exportieren</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choose all columns</source>
        <translation>Alle Spalten wählen</translation>
    </message>
    <message>
        <source>Choose no column</source>
        <translation>Keine Spalte wählen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Onto the clipboard</source>
        <translation>In die Zwischenablage</translation>
    </message>
    <message>
        <source>Copy onto the clipboard</source>
        <translation>In die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>S&amp;peichern unter …</translation>
    </message>
    <message>
        <source>All rows of %1</source>
        <translation>Alle Zeilen von %1</translation>
    </message>
    <message>
        <source>The rows as they are filtered and sorted</source>
        <translation>Die Zeilen, wie sie gefiltert und sortiert sind</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected row(s)</source>
        <translation>
            <numerusform>Die %n ausgewählte Zeile</numerusform>
            <numerusform>Die %n ausgewählten Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows of the query, which runs again</source>
        <translation>Alle Zeilen der Abfrage, die erneut läuft</translation>
    </message>
    <message numerus="yes">
        <source>The %n row(s) that were read</source>
        <translation>
            <numerusform>Die %n gelesene Zeile</numerusform>
            <numerusform>Die %n gelesenen Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Wählen Sie mindestens eine Spalte.</translation>
    </message>
    <message>
        <source>Staged changes are not in the database yet, and not in the export.</source>
        <translation>Vorgemerkte Änderungen sind noch nicht in der Datenbank und nicht im Export.</translation>
    </message>
    <message>
        <source>rows</source>
        <comment>name of a file</comment>
        <translation>zeilen</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) are on the clipboard.</source>
        <translation>%1 (%2) in der Zwischenablage.</translation>
    </message>
    <message>
        <source>%1 (%2) are in %3.</source>
        <translation>%1 (%2) in %3.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::FailureStrip</name>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Why the commit failed</source>
        <translation>Warum das Festschreiben scheiterte</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose between theirs and mine</source>
        <translation>Zwischen anderen und meinen wählen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::FileForm</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV, JSON, NDJSON or SQL</source>
        <translation>CSV, JSON, NDJSON oder SQL</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Choose a file, or drop one onto a grid.</source>
        <translation>Wählen Sie eine Datei, oder lassen Sie eine auf eine Tabelle fallen.</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Datei für den Import</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no quotes</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>what stands for NULL</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The first row &amp;names the columns</source>
        <translation>Die erste Zeile &amp;nennt die Spalten</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>&amp;Anführung</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>NU&amp;LL is written</source>
        <translation>NU&amp;LL steht als</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Z&amp;eichensatz</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n row(s)</source>
        <translation>
            <numerusform>die erste Zeile</numerusform>
            <numerusform>die ersten %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the first rows cannot be read. Line %1: %2.</source>
        <translation>
            <numerusform>%n der ersten Zeilen ist nicht lesbar. Zeile %1: %2.</numerusform>
            <numerusform>%n der ersten Zeilen sind nicht lesbar. Zeile %1: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The statements of this script run on the database, all of them or none, in one transaction. %1.</source>
        <translation>Die Anweisungen dieses Skripts laufen auf der Datenbank, alle oder keine, in einer Transaktion. %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::FilterPopup</name>
    <message>
        <source>(empty text)</source>
        <translation>(leerer Text)</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>Filter von %1</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Values with the number of their rows</source>
        <translation>Werte mit der Zahl ihrer Zeilen</translation>
    </message>
    <message>
        <source>Reading the values …</source>
        <translation>Werte werden gelesen …</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>From (empty: no limit)</source>
        <translation>Von (leer: ohne Grenze)</translation>
    </message>
    <message>
        <source>To (empty: no limit)</source>
        <translation>Bis (leer: ohne Grenze)</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is NULL</source>
        <translation>ist NULL</translation>
    </message>
    <message>
        <source>is not NULL</source>
        <translation>ist nicht NULL</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most frequent values</source>
        <translation>
            <numerusform>Der häufigste Wert</numerusform>
            <numerusform>Die %n häufigsten Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Noch ist nichts gewählt.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::FindBar</name>
    <message>
        <source>Find …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Replace by …</source>
        <translation>Ersetzen durch …</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>Text to put in its place; in a regular expression \1 is the first group</source>
        <translation>Text an seiner Stelle; bei einem regulären Ausdruck ist \1 die erste Gruppe</translation>
    </message>
    <message>
        <source>Column to search</source>
        <translation>Spalte, in der gesucht wird</translation>
    </message>
    <message>
        <source>Rows to replace in</source>
        <translation>Zeilen, in denen ersetzt wird</translation>
    </message>
    <message>
        <source>in all rows</source>
        <translation>in allen Zeilen</translation>
    </message>
    <message>
        <source>in the selected cells</source>
        <translation>in den ausgewählten Zellen</translation>
    </message>
    <message>
        <source>Find the previous (Shift+Return)</source>
        <translation>Vorigen Treffer suchen (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Find the next (Return)</source>
        <translation>Nächsten Treffer suchen (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>Der Text ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein</translation>
    </message>
    <message>
        <source>Upper and lower case differ</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>Replace all …</source>
        <translation>Alle ersetzen …</translation>
    </message>
    <message>
        <source>Show what would be replaced, then stage it</source>
        <translation>Zeigen, was ersetzt würde, und es dann vormerken</translation>
    </message>
</context>
<context>
    <name>joinery::ui::FindingList</name>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Rows: %1.</source>
        <translation>Zeilen: %1.</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>allowed because: %1</source>
        <translation>erlaubt, weil: %1</translation>
    </message>
    <message>
        <source>%1, in revision %2</source>
        <translation>%1, in Revision %2</translation>
    </message>
    <message>
        <source>What is to be known before it runs</source>
        <translation>Was vorher zu wissen ist</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ForeignKeyDialog</name>
    <message>
        <source>With an index on the column</source>
        <translation>Mit einem Index auf der Spalte</translation>
    </message>
    <message>
        <source>New foreign key</source>
        <translation>Neuer Fremdschlüssel</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Refers to table</source>
        <translation>Verweist auf Tabelle</translation>
    </message>
    <message>
        <source>and its column</source>
        <translation>und deren Spalte</translation>
    </message>
    <message>
        <source>When that row is deleted</source>
        <translation>Wenn jene Zeile gelöscht wird</translation>
    </message>
    <message>
        <source>When its key changes</source>
        <translation>Wenn ihr Schlüssel sich ändert</translation>
    </message>
    <message>
        <source>Add foreign key</source>
        <translation>Fremdschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>refuse (no action)</source>
        <translation>ablehnen (no action)</translation>
    </message>
    <message>
        <source>refuse at once (restrict)</source>
        <translation>sofort ablehnen (restrict)</translation>
    </message>
    <message>
        <source>do the same here (cascade)</source>
        <translation>hier dasselbe tun (cascade)</translation>
    </message>
    <message>
        <source>set to NULL</source>
        <translation>auf NULL setzen</translation>
    </message>
    <message>
        <source>set to the default</source>
        <translation>auf die Vorgabe setzen</translation>
    </message>
    <message>
        <source>new column %1</source>
        <translation>neue Spalte %1</translation>
    </message>
    <message>
        <source>%1 has no column that is a key by itself.</source>
        <translation>%1 hat keine Spalte, die für sich ein Schlüssel ist.</translation>
    </message>
    <message>
        <source>%1 is %2, but %3 is %4: give them the same type first.</source>
        <translation>%1 ist %2, aber %3 ist %4: geben Sie ihnen zuerst denselben Typ.</translation>
    </message>
    <message>
        <source>%1 refers to another table already.</source>
        <translation>%1 verweist schon auf eine andere Tabelle.</translation>
    </message>
    <message>
        <source>%1 is never NULL, so it cannot be set to NULL.</source>
        <translation>%1 ist nie NULL und kann daher nicht auf NULL gesetzt werden.</translation>
    </message>
    <message>
        <source>Each row of %1 belongs to one row of %2.</source>
        <translation>Jede Zeile von %1 gehört zu einer Zeile von %2.</translation>
    </message>
    <message>
        <source>add foreign key from %1 to %2</source>
        <translation>Fremdschlüssel von %1 auf %2 hinzufügen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::FrozenColumns</name>
    <message>
        <source>Columns that stay</source>
        <translation>Feste Spalten</translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridFeature</name>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>Die gewählten Zeilen löschen</translation>
    </message>
    <message>
        <source>Revert the selected rows</source>
        <translation>Die gewählten Zeilen zurücknehmen</translation>
    </message>
    <message>
        <source>Set the selected cells to NULL</source>
        <translation>Die gewählten Zellen auf NULL setzen</translation>
    </message>
    <message>
        <source>Set the selected cells to an empty text</source>
        <translation>Die gewählten Zellen auf leeren Text setzen</translation>
    </message>
    <message>
        <source>Set the selected cells to their default</source>
        <translation>Die gewählten Zellen auf ihre Vorgabe setzen</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>Die gewählten Zellen kopieren</translation>
    </message>
    <message>
        <source>Preview the SQL of the staged changes</source>
        <translation>SQL der vorgemerkten Änderungen ansehen</translation>
    </message>
    <message>
        <source>Go to row …</source>
        <translation>Gehe zu Zeile …</translation>
    </message>
    <message>
        <source>Go to the first row</source>
        <translation>Zur ersten Zeile</translation>
    </message>
    <message>
        <source>Go to the last row</source>
        <translation>Zur letzten Zeile</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Row number</source>
        <translation>Zeilennummer</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Duplicate the selected rows</source>
        <translation>Die gewählten Zeilen verdoppeln</translation>
    </message>
    <message>
        <source>Revert the selected cells</source>
        <translation>Die gewählten Zellen zurücknehmen</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Kopieren als %1</translation>
    </message>
    <message>
        <source>Paste cells (TSV or CSV)</source>
        <translation>Zellen einfügen (TSV oder CSV)</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Exclude this value</source>
        <translation>Diesen Wert ausschließen</translation>
    </message>
    <message>
        <source>Filter this column …</source>
        <translation>Diese Spalte filtern …</translation>
    </message>
    <message>
        <source>Remove all filters of columns</source>
        <translation>Alle Spaltenfilter entfernen</translation>
    </message>
    <message>
        <source>Sort this column, smallest first</source>
        <translation>Diese Spalte aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort this column, largest first</source>
        <translation>Diese Spalte absteigend sortieren</translation>
    </message>
    <message>
        <source>Do not sort</source>
        <translation>Nicht sortieren</translation>
    </message>
    <message>
        <source>Go to the referred row</source>
        <translation>Zur Zeile, auf die verwiesen wird</translation>
    </message>
    <message>
        <source>Rows that refer to this one …</source>
        <translation>Zeilen, die auf diese verweisen …</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Diese Spalte ausblenden</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten zeigen</translation>
    </message>
    <message>
        <source>Menu of the selected cells</source>
        <translation>Menü der gewählten Zellen</translation>
    </message>
    <message>
        <source>View the cell …</source>
        <translation>Zelle ansehen …</translation>
    </message>
    <message>
        <source>Commits, to undo one …</source>
        <translation>Festgeschriebenes zurücknehmen …</translation>
    </message>
    <message>
        <source>No connection is selected.</source>
        <translation>Es ist keine Verbindung ausgewählt.</translation>
    </message>
    <message>
        <source>A commit to %1 in %2 was undone.</source>
        <translation>Eine Änderung von %1 in %2 wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Fill the selected cells from the one above</source>
        <translation>Ausgewählte Zellen von oben ausfüllen</translation>
    </message>
    <message>
        <source>Keep the columns up to this one in place</source>
        <translation>Spalten bis zu dieser festhalten</translation>
    </message>
    <message>
        <source>Let all columns scroll</source>
        <translation>Alle Spalten scrollen lassen</translation>
    </message>
    <message>
        <source>Higher rows</source>
        <translation>Höhere Zeilen</translation>
    </message>
    <message>
        <source>Lower rows</source>
        <translation>Niedrigere Zeilen</translation>
    </message>
    <message>
        <source>Columns and rows as they were at first</source>
        <translation>Spalten und Zeilen wie am Anfang</translation>
    </message>
    <message>
        <source>Keep this filter …</source>
        <translation>Diesen Filter behalten …</translation>
    </message>
    <message>
        <source>Find and replace in a column …</source>
        <translation>In einer Spalte suchen und ersetzen …</translation>
    </message>
    <message>
        <source>Go to the condition (WHERE)</source>
        <translation>Zur Bedingung (WHERE)</translation>
    </message>
    <message>
        <source>Row as a form, or all rows</source>
        <translation>Zeile als Formular oder alle Zeilen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridModel</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows of a result cannot be edited. Open the table to change it.</source>
        <translation>Die Zeilen eines Ergebnisses sind nicht änderbar. Öffnen Sie dazu die Tabelle.</translation>
    </message>
    <message>
        <source>A commit is under way.</source>
        <translation>Gerade wird festgeschrieben.</translation>
    </message>
    <message>
        <source>This row has not been read yet.</source>
        <translation>Diese Zeile wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 is computed by the database.</source>
        <translation>%1 wird von der Datenbank berechnet.</translation>
    </message>
    <message>
        <source>This row is going to be deleted. Revert that first to edit it.</source>
        <translation>Diese Zeile wird gelöscht. Nehmen Sie das zuerst zurück, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Rows cannot be added to a result.</source>
        <translation>Einem Ergebnis können keine Zeilen hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The rows of a result cannot be deleted.</source>
        <translation>Die Zeilen eines Ergebnisses können nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1, neu</translation>
    </message>
    <message>
        <source>%1, to be deleted</source>
        <translation>%1, wird gelöscht</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>refers to %1</source>
        <translation>verweist auf %1</translation>
    </message>
    <message>
        <source>TSV (for spreadsheets)</source>
        <translation>TSV (für Tabellenkalkulationen)</translation>
    </message>
    <message>
        <source>CSV with headings</source>
        <translation>CSV mit Überschriften</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>SQL INSERT</source>
        <translation>SQL INSERT</translation>
    </message>
    <message>
        <source>SQL UPDATE</source>
        <translation>SQL UPDATE</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>Python dicts</source>
        <translation>Python-Dicts</translation>
    </message>
    <message>
        <source>SQLAlchemy objects</source>
        <translation>SQLAlchemy-Objekte</translation>
    </message>
    <message>
        <source>%1, the commit failed here</source>
        <translation>%1, hier scheiterte das Festschreiben</translation>
    </message>
    <message>
        <source>%1 in row %2</source>
        <translation>%1 in Zeile %2</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was pasted.</source>
        <translation>%1: %2 Es wurde nichts eingefügt.</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>The row is not shown any more.</source>
        <translation>Die Zeile ist nicht mehr zu sehen.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 were read. View the cell to load all of it, or replace it.</source>
        <translation>Nur die ersten %1 von %2 wurden gelesen. Sehen Sie die Zelle an, um sie ganz zu laden, oder ersetzen Sie sie.</translation>
    </message>
    <message>
        <source>%1: only a part of it was read. Nothing was duplicated.</source>
        <translation>%1: nur ein Teil davon wurde gelesen. Nichts wurde verdoppelt.</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was changed.</source>
        <translation>%1: %2 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no row above to fill from.</source>
        <translation>Darüber ist keine Zeile, von der ausgefüllt werden könnte.</translation>
    </message>
    <message>
        <source>%1: only a part of it was read. Nothing was changed.</source>
        <translation>%1: Nur ein Teil wurde gelesen. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridPage</name>
    <message>
        <source>The connection of this table is not set up any more.</source>
        <translation>Die Verbindung dieser Tabelle ist nicht mehr eingerichtet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 has no table %2 any more.</source>
        <translation>%1 hat keine Tabelle %2 mehr.</translation>
    </message>
    <message>
        <source>This table has no rows yet. Press Ins to add one.</source>
        <translation>Diese Tabelle hat noch keine Zeilen. Einfg fügt eine hinzu.</translation>
    </message>
    <message>
        <source>No row fulfils the condition.</source>
        <translation>Keine Zeile erfüllt die Bedingung.</translation>
    </message>
    <message>
        <source>The staged edits could not be kept on disk</source>
        <translation>Die vorgemerkten Änderungen konnten nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>Staged edits of %1 could not be restored</source>
        <translation>Vorgemerkte Änderungen von %1 konnten nicht wiederhergestellt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes of %1 were restored. They are not written yet.</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung von %1 wurde wiederhergestellt. Sie ist noch nicht geschrieben.</numerusform>
            <numerusform>%n vorgemerkte Änderungen von %1 wurden wiederhergestellt. Sie sind noch nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1 is open for reading only. Change that in the connection&apos;s settings to edit rows.</source>
        <translation>%1 ist nur zum Lesen geöffnet. Ändern Sie das in der Verbindung, um Zeilen zu bearbeiten.</translation>
    </message>
    <message>
        <source>%1 is a view: its rows are edited in its tables.</source>
        <translation>%1 ist eine Sicht: ihre Zeilen werden in ihren Tabellen geändert.</translation>
    </message>
    <message>
        <source>Committing …</source>
        <translation>Wird festgeschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes, nothing written yet</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung, noch nichts geschrieben</numerusform>
            <numerusform>%n vorgemerkte Änderungen, noch nichts geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source> · found by counting</source>
        <translation> · durch Zählen gefunden</translation>
    </message>
    <message>
        <source> · by %1</source>
        <translation> · nach %1</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were written to %1 in %2.</source>
        <translation>
            <numerusform>%n Änderung wurde in %2 nach %1 geschrieben.</numerusform>
            <numerusform>%n Änderungen wurden in %2 nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Commit to %1 failed; everything stays staged</source>
        <translation>Festschreiben in %1 scheiterte; alles bleibt vorgemerkt</translation>
    </message>
    <message>
        <source>Rows that refer to this one</source>
        <translation>Zeilen, die auf diese verweisen</translation>
    </message>
    <message>
        <source>%1
The rows below are still those of before.</source>
        <translation>%1
Die Zeilen darunter sind noch die von vorher.</translation>
    </message>
    <message>
        <source>Back to what holds</source>
        <translation>Zurück zu dem, was gilt</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes of %1 are not written yet.</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung von %1 ist noch nicht geschrieben.</numerusform>
            <numerusform>%n vorgemerkte Änderungen von %1 sind noch nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close without writing</source>
        <translation>Schließen, ohne zu schreiben</translation>
    </message>
    <message>
        <source>This cell refers to no row.</source>
        <translation>Diese Zelle verweist auf keine Zeile.</translation>
    </message>
    <message>
        <source>No foreign key refers to this row.</source>
        <translation>Kein Fremdschlüssel verweist auf diese Zeile.</translation>
    </message>
    <message>
        <source>A new row has no value in the database yet.</source>
        <translation>Eine neue Zeile hat noch keinen Wert in der Datenbank.</translation>
    </message>
    <message>
        <source>Only a part of this value was read: rows cannot be filtered by it.</source>
        <translation>Nur ein Teil dieses Werts wurde gelesen: Nach ihm kann nicht gefiltert werden.</translation>
    </message>
    <message>
        <source>The commit happened, but cannot be undone later</source>
        <translation>Es wurde festgeschrieben, kann aber später nicht zurückgenommen werden</translation>
    </message>
    <message>
        <source>What is remembered of %1 was not written</source>
        <translation>Was von %1 behalten wird, wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>No row holds it.</source>
        <translation>Keine Zeile enthält es.</translation>
    </message>
    <message>
        <source>From the other end again: %1</source>
        <translation>Vom anderen Ende an: %1</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Nothing is there to replace.</source>
        <translation>Es gibt nichts zu ersetzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n cells are staged</source>
        <translation>
            <numerusform>%n Zelle ist vorgemerkt</numerusform>
            <numerusform>%n Zellen sind vorgemerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>One column at least has to scroll.</source>
        <translation>Mindestens eine Spalte muss scrollen.</translation>
    </message>
    <message>
        <source>The filter %1 is kept for %2.</source>
        <translation>Der Filter %1 wird für %2 behalten.</translation>
    </message>
    <message>
        <source>There is no condition to keep: filter the rows first.</source>
        <translation>Es gibt keine Bedingung zu behalten: Filtern Sie erst die Zeilen.</translation>
    </message>
    <message>
        <source>Keep the filter</source>
        <translation>Filter behalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No filter was kept yet</source>
        <translation>Noch kein Filter behalten</translation>
    </message>
    <message>
        <source>Keep this filter …</source>
        <translation>Diesen Filter behalten …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes of %1 were restored. A commit of them was under way when Joinery ended: it may have happened. Look at the rows before you commit again.</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung vom %1 wurde wiederhergestellt. Als Joinery endete, wurde sie gerade festgeschrieben: Es kann geschehen sein. Sehen Sie die Zeilen an, bevor Sie wieder festschreiben.</numerusform>
            <numerusform>%n vorgemerkte Änderungen vom %1 wurden wiederhergestellt. Als Joinery endete, wurden sie gerade festgeschrieben: Es kann geschehen sein. Sehen Sie die Zeilen an, bevor Sie wieder festschreiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridTable</name>
    <message>
        <source>Rows and columns</source>
        <translation>Zeilen und Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%n selected rows are not read yet and were left out.</source>
        <translation>
            <numerusform>%n gewählte Zeile ist noch nicht gelesen und wurde ausgelassen.</numerusform>
            <numerusform>%n gewählte Zeilen sind noch nicht gelesen und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>View the cell …</source>
        <translation>Zelle ansehen …</translation>
    </message>
    <message numerus="yes">
        <source>%n cells were read only in part: nothing was copied. View a cell to load it or to save it to a file.</source>
        <translation>
            <numerusform>Eine Zelle wurde nur zum Teil gelesen: Nichts wurde kopiert. Sehen Sie sie an, um sie zu laden oder in eine Datei zu speichern.</numerusform>
            <numerusform>%n Zellen wurden nur zum Teil gelesen: Nichts wurde kopiert. Sehen Sie eine Zelle an, um sie zu laden oder in eine Datei zu speichern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridToolbar</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Add a row (Ins)</source>
        <translation>Zeile hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected rows (Del)</source>
        <translation>Die gewählten Zeilen löschen (Entf)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last edit (Ctrl+Z)</source>
        <translation>Die letzte Änderung rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Preview SQL</source>
        <translation>SQL ansehen</translation>
    </message>
    <message>
        <source>Show the SQL of the staged changes</source>
        <translation>Das SQL der vorgemerkten Änderungen zeigen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Drop all staged changes</source>
        <translation>Alle vorgemerkten Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Commit to %1</source>
        <translation>In %1 festschreiben</translation>
    </message>
    <message>
        <source>Write the staged changes to %1</source>
        <translation>Die vorgemerkten Änderungen nach %1 schreiben</translation>
    </message>
    <message>
        <source>WHERE …</source>
        <translation>WHERE …</translation>
    </message>
    <message>
        <source>WHERE condition</source>
        <translation>WHERE-Bedingung</translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung</numerusform>
            <numerusform>%n vorgemerkte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n column filters</source>
        <translation>
            <numerusform>%n Spaltenfilter</numerusform>
            <numerusform>%n Spaltenfilter</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filters of columns</source>
        <translation>Spaltenfilter entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n column filters</source>
        <translation>
            <numerusform>%n Spaltenfilter entfernen</numerusform>
            <numerusform>%n Spaltenfilter entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept filters</source>
        <translation>Behaltene Filter</translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridView</name>
    <message>
        <source>Position in the table</source>
        <translation>Stelle in der Tabelle</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3</source>
        <translation>Zeilen %1–%2 von %3</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>Selected %n cells</source>
        <translation>
            <numerusform>%n Zelle ausgewählt</numerusform>
            <numerusform>%n Zellen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>, sum %1, min %2, max %3</source>
        <translation>, Summe %1, Min %2, Max %3</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ImportDialog</name>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import: the file</source>
        <translation>Import: die Datei</translation>
    </message>
    <message>
        <source>&amp;Run the script</source>
        <translation>&amp;Skript ausführen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Import: where it goes</source>
        <translation>Import: das Ziel</translation>
    </message>
    <message>
        <source>&amp;Make %1 and import</source>
        <translation>%1 &amp;anlegen und importieren</translation>
    </message>
    <message>
        <source>&amp;Import into %1</source>
        <translation>In %1 &amp;importieren</translation>
    </message>
    <message>
        <source>Import: done</source>
        <translation>Import: fertig</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) ran.</source>
        <translation>
            <numerusform>%n Anweisung lief.</numerusform>
            <numerusform>%n Anweisungen liefen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed.</source>
        <translation>
            <numerusform>%n Zeile geändert.</numerusform>
            <numerusform>%n Zeilen geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Nothing was imported.</source>
        <translation>Abgebrochen. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The table %1 was made.</source>
        <translation>Die Tabelle %1 wurde angelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported.</source>
        <translation>
            <numerusform>%n Zeile importiert.</numerusform>
            <numerusform>%n Zeilen importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) updated.</source>
        <translation>
            <numerusform>%n Zeile aktualisiert.</numerusform>
            <numerusform>%n Zeilen aktualisiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were there already and stay as they are.</source>
        <translation>
            <numerusform>%n Zeile war schon da und bleibt, wie sie ist.</numerusform>
            <numerusform>%n Zeilen waren schon da und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out; see %1.</source>
        <translation>
            <numerusform>%n Zeile weggelassen; siehe %1.</numerusform>
            <numerusform>%n Zeilen weggelassen; siehe %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::IndexesModel</name>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Nur wo</translation>
    </message>
    <message>
        <source>New index: name its columns</source>
        <translation>Neuer Index: nennen Sie seine Spalten</translation>
    </message>
    <message>
        <source>%1 is unique</source>
        <translation>%1 ist eindeutig</translation>
    </message>
    <message>
        <source>%1 is not unique</source>
        <translation>%1 ist nicht eindeutig</translation>
    </message>
    <message>
        <source>add index on %1</source>
        <translation>Index auf %1 hinzufügen</translation>
    </message>
    <message>
        <source>An index needs a name.</source>
        <translation>Ein Index braucht einen Namen.</translation>
    </message>
    <message>
        <source>rename index %1</source>
        <translation>Index %1 umbenennen</translation>
    </message>
    <message>
        <source>change index %1</source>
        <translation>Index %1 ändern</translation>
    </message>
    <message>
        <source>delete index %1</source>
        <translation>Index %1 löschen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::JobList</name>
    <message>
        <source>Nothing is running. Work that takes time appears here with its progress.</source>
        <translation>Nichts läuft. Was Zeit braucht, erscheint hier mit seinem Fortschritt.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::JobProgress</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <comment>of a file, so far</comment>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows a second</source>
        <translation>%1 Zeilen in der Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>joinery::ui::KeysModel</name>
    <message>
        <source>restrict</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>cascade</source>
        <translation>mitziehen</translation>
    </message>
    <message>
        <source>set NULL</source>
        <translation>auf NULL</translation>
    </message>
    <message>
        <source>set default</source>
        <translation>auf Vorgabe</translation>
    </message>
    <message>
        <source>, on delete %1</source>
        <translation>, beim Löschen %1</translation>
    </message>
    <message>
        <source>, on update %1</source>
        <translation>, beim Ändern %1</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>Foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eindeutig</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfbedingung</translation>
    </message>
    <message>
        <source>Exclusion</source>
        <translation>Ausschluss</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>rename constraint %1</source>
        <translation>Bedingung %1 umbenennen</translation>
    </message>
    <message>
        <source>delete %1 %2</source>
        <translation>%1 %2 löschen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::LogView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>joinery::ui::MainWindow</name>
    <message>
        <source>The settings were not saved</source>
        <translation>Die Einstellungen wurden nicht gespeichert</translation>
    </message>
    <message>
        <source>The saved connections were not read</source>
        <translation>Die gespeicherten Verbindungen wurden nicht gelesen</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to table, model, revision…</source>
        <translation>Zu Tabelle, Modell, Revision …</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
    <message>
        <source>About Joinery</source>
        <translation>Über Joinery</translation>
    </message>
    <message>
        <source>Draw models, browse and edit rows, and move every database from one revision to the next. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Modelle zeichnen, Zeilen ansehen und ändern und jede Datenbank von einer Revision zur nächsten bringen. Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge the heads</source>
        <translation>Heads zusammenführen</translation>
    </message>
    <message>
        <source>A revision that changes nothing itself and follows all of them: from there on there is one line again.</source>
        <translation>Eine Revision, die selbst nichts ändert und allen folgt: Ab da gibt es wieder eine Linie.</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>Message of the revision</source>
        <translation>Nachricht der Revision</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s): %1</source>
        <translation>
            <numerusform>%n Revision: %1</numerusform>
            <numerusform>%n Revisionen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What %1 changes</source>
        <translation>Was %1 ändert</translation>
    </message>
</context>
<context>
    <name>joinery::ui::Minimap</name>
    <message>
        <source>Overview of the diagram</source>
        <translation>Übersicht des Diagramms</translation>
    </message>
    <message>
        <source>Click to go there</source>
        <translation>Klicken, um dorthin zu gehen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::MoveDialog</name>
    <message>
        <source>I have read what is lost, and want it</source>
        <translation>Ich habe gelesen, was verloren geht, und will es</translation>
    </message>
    <message>
        <source>Revisions that run</source>
        <translation>Revisionen, die laufen</translation>
    </message>
    <message>
        <source>SQL that runs</source>
        <translation>SQL, das läuft</translation>
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
        <source>Upgrade %1</source>
        <translation>%1 aktualisieren</translation>
    </message>
    <message>
        <source>Downgrade %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Stamp %1</source>
        <translation>%1 stempeln</translation>
    </message>
    <message>
        <source>Working out what will happen…</source>
        <translation>Es wird ermittelt, was geschehen wird …</translation>
    </message>
    <message>
        <source>nothing applied</source>
        <translation>nichts angewendet</translation>
    </message>
    <message>
        <source>%1 (%2) goes from %3 to %4.</source>
        <translation>%1 (%2) geht von %3 zu %4.</translation>
    </message>
    <message>
        <source>%1 stands there already. Nothing will happen.</source>
        <translation>%1 steht schon dort. Es geschieht nichts.</translation>
    </message>
    <message>
        <source>version table</source>
        <translation>Versionstabelle</translation>
    </message>
    <message>
        <source>%1 s · %2</source>
        <translation>%1 s · %2</translation>
    </message>
    <message>
        <source>It happened in revision %1.</source>
        <translation>Es geschah in Revision %1.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Getan: %1.</translation>
    </message>
    <message>
        <source>Left: %1.</source>
        <translation>Übrig: %1.</translation>
    </message>
    <message>
        <source>The server cannot take these statements back:
%1</source>
        <translation>Der Server kann diese Anweisungen nicht zurücknehmen:
%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopping after this statement…</source>
        <translation>Hält nach dieser Anweisung an …</translation>
    </message>
    <message>
        <source>I have read what stands against it, and want to try it</source>
        <translation>Ich habe gelesen, was dagegensteht, und will es versuchen</translation>
    </message>
    <message>
        <source>Revision %1 was begun here and not finished. Upgrade the database first: it goes on where it stopped.</source>
        <translation>Revision %1 wurde hier begonnen und nicht beendet. Aktualisieren Sie zuerst die Datenbank: Es geht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Taking back revision %1 was begun here and not finished. Downgrade the database first: it goes on where it stopped.</source>
        <translation>Das Zurücknehmen von Revision %1 wurde hier begonnen und nicht beendet. Nehmen Sie zuerst zurück: Es geht dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Revision %1 was begun here and not finished. It goes on where it stopped.
Done:
%2
Left:
%3</source>
        <translation>Revision %1 wurde hier begonnen und nicht beendet. Es geht dort weiter, wo es aufgehört hat.
Erledigt:
%2
Übrig:
%3</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The next run goes on where this one stopped. Left of the revision:
%1</source>
        <translation>Der nächste Lauf geht dort weiter, wo dieser aufgehört hat. Übrig von der Revision:
%1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::Navigator</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>Navigator filtern</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
</context>
<context>
    <name>joinery::ui::NavigatorMenu</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>New SQL</source>
        <translation>Neues SQL</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>New project from this database…</source>
        <translation>Neues Projekt aus dieser Datenbank …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Open rows</source>
        <translation>Zeilen öffnen</translation>
    </message>
    <message>
        <source>New SQL on this table</source>
        <translation>Neues SQL zu dieser Tabelle</translation>
    </message>
    <message>
        <source>Show in the diagram</source>
        <translation>Im Diagramm zeigen</translation>
    </message>
    <message>
        <source>Edit the model</source>
        <translation>Modell bearbeiten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Export rows…</source>
        <translation>Zeilen exportieren …</translation>
    </message>
</context>
<context>
    <name>joinery::ui::NavigatorModel</name>
    <message>
        <source>refreshing…</source>
        <translation>wird aktualisiert …</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbindet …</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>VERBINDUNGEN</translation>
    </message>
    <message>
        <source>None yet. Ctrl+Shift+N connects.</source>
        <translation>Noch keine. Strg+Umschalt+N verbindet.</translation>
    </message>
    <message>
        <source>No tables yet</source>
        <translation>Noch keine Tabellen</translation>
    </message>
    <message>
        <source>PROJECT · %1</source>
        <translation>PROJEKT · %1</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::NewProjectDialog</name>
    <message>
        <source>project</source>
        <comment>name of a new project</comment>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Write a first revision that creates these tables</source>
        <translation>Eine erste Revision schreiben, die diese Tabellen anlegt</translation>
    </message>
    <message>
        <source>Create &amp;project</source>
        <translation>&amp;Projekt anlegen</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Nothing: start with an empty diagram</source>
        <translation>Nichts: mit einem leeren Diagramm beginnen</translation>
    </message>
    <message>
        <source>The tables of %1</source>
        <translation>Den Tabellen von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Starts &amp;with</source>
        <translation>Beginnt &amp;mit</translation>
    </message>
    <message>
        <source>Where to put the project</source>
        <translation>Wohin das Projekt soll</translation>
    </message>
    <message>
        <source>Give the project a name and a folder.</source>
        <translation>Geben Sie dem Projekt einen Namen und einen Ordner.</translation>
    </message>
    <message>
        <source>%1 is there already and is not empty.</source>
        <translation>%1 gibt es schon und ist nicht leer.</translation>
    </message>
    <message>
        <source>It will be in %1.</source>
        <translation>Es kommt nach %1.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::NewTableDialog</name>
    <message>
        <source>New table</source>
        <translation>Neue Tabelle</translation>
    </message>
    <message>
        <source>new_table</source>
        <translation>neue_tabelle</translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation>Name der Tabelle</translation>
    </message>
    <message>
        <source>no other table</source>
        <translation>keiner anderen Tabelle</translation>
    </message>
    <message>
        <source>Table that it belongs to</source>
        <translation>Tabelle, zu der sie gehört</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>It starts with an Integer key “id”. A table that belongs to another gets a column and a foreign key to it.</source>
        <translation>Sie beginnt mit einem Integer-Schlüssel „id“. Gehört sie zu einer anderen, bekommt sie eine Spalte und einen Fremdschlüssel darauf.</translation>
    </message>
    <message>
        <source>Create table</source>
        <translation>Tabelle anlegen</translation>
    </message>
    <message>
        <source>There is a table %1 already.</source>
        <translation>Eine Tabelle %1 gibt es schon.</translation>
    </message>
    <message>
        <source>add table %1</source>
        <translation>Tabelle %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::Notice</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Show in Activity</source>
        <translation>In Aktivität zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::OperationText</name>
    <message>
        <source>create table %1</source>
        <translation>Tabelle %1 anlegen</translation>
    </message>
    <message>
        <source>drop table %1</source>
        <translation>Tabelle %1 löschen</translation>
    </message>
    <message>
        <source>rename table %1 to %2</source>
        <translation>Tabelle %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>change options of table %1</source>
        <translation>Optionen der Tabelle %1 ändern</translation>
    </message>
    <message>
        <source>comment table %1</source>
        <translation>Kommentar der Tabelle %1 ändern</translation>
    </message>
    <message>
        <source>add column %1 %2</source>
        <comment>name and type</comment>
        <translation>Spalte %1 %2 hinzufügen</translation>
    </message>
    <message>
        <source>drop column %1</source>
        <translation>Spalte %1 löschen</translation>
    </message>
    <message>
        <source>rename column %1 to %2</source>
        <translation>Spalte %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>alter column %1: %2</source>
        <translation>Spalte %1 ändern: %2</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>create unique index %1</source>
        <translation>eindeutigen Index %1 anlegen</translation>
    </message>
    <message>
        <source>create index %1</source>
        <translation>Index %1 anlegen</translation>
    </message>
    <message>
        <source>drop index %1</source>
        <translation>Index %1 löschen</translation>
    </message>
    <message>
        <source>rename index %1 to %2</source>
        <translation>Index %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>create enum %1</source>
        <translation>Aufzählung %1 anlegen</translation>
    </message>
    <message>
        <source>drop enum %1</source>
        <translation>Aufzählung %1 löschen</translation>
    </message>
    <message>
        <source>rename enum %1 to %2</source>
        <translation>Aufzählung %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>add value %1 to enum %2</source>
        <translation>Wert %1 zur Aufzählung %2 hinzufügen</translation>
    </message>
    <message>
        <source>rename enum value %1 to %2</source>
        <translation>Aufzählungswert %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>rebuild enum %1</source>
        <translation>Aufzählung %1 neu aufbauen</translation>
    </message>
    <message>
        <source>create sequence %1</source>
        <translation>Sequenz %1 anlegen</translation>
    </message>
    <message>
        <source>drop sequence %1</source>
        <translation>Sequenz %1 löschen</translation>
    </message>
    <message>
        <source>alter sequence %1</source>
        <translation>Sequenz %1 ändern</translation>
    </message>
    <message>
        <source>create view %1</source>
        <translation>Sicht %1 anlegen</translation>
    </message>
    <message>
        <source>drop view %1</source>
        <translation>Sicht %1 löschen</translation>
    </message>
    <message>
        <source>replace view %1</source>
        <translation>Sicht %1 ersetzen</translation>
    </message>
    <message>
        <source>create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>execute %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>type %1 to %2</source>
        <translation>Typ %1 zu %2</translation>
    </message>
    <message>
        <source>allow null</source>
        <translation>NULL erlaubt</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>nie NULL</translation>
    </message>
    <message>
        <source>default %1 to %2</source>
        <translation>Standardwert %1 zu %2</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>no identity</source>
        <translation>keine Identität</translation>
    </message>
    <message>
        <source>generated as %1</source>
        <translation>berechnet als %1</translation>
    </message>
    <message>
        <source>not generated</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>Sortierfolge</translation>
    </message>
    <message>
        <source>character set</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>on update</source>
        <translation>ON UPDATE</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no default</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>primary key %1 of %2</source>
        <translation>Primärschlüssel %1 von %2</translation>
    </message>
    <message>
        <source>primary key %1</source>
        <translation>Primärschlüssel %1</translation>
    </message>
    <message>
        <source>unique %1 of %2</source>
        <translation>Eindeutigkeit %1 von %2</translation>
    </message>
    <message>
        <source>unique %1</source>
        <translation>Eindeutigkeit %1</translation>
    </message>
    <message>
        <source>foreign key %1 of %2</source>
        <translation>Fremdschlüssel %1 von %2</translation>
    </message>
    <message>
        <source>foreign key %1</source>
        <translation>Fremdschlüssel %1</translation>
    </message>
    <message>
        <source>check %1 of %2</source>
        <translation>Prüfung %1 von %2</translation>
    </message>
    <message>
        <source>check %1</source>
        <translation>Prüfung %1</translation>
    </message>
    <message>
        <source>exclusion %1 of %2</source>
        <translation>Ausschluss %1 von %2</translation>
    </message>
    <message>
        <source>exclusion %1</source>
        <translation>Ausschluss %1</translation>
    </message>
    <message>
        <source>extension %1</source>
        <translation>Erweiterung %1</translation>
    </message>
    <message>
        <source>schema %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>domain %1</source>
        <translation>Domäne %1</translation>
    </message>
    <message>
        <source>composite type %1</source>
        <translation>zusammengesetzter Typ %1</translation>
    </message>
    <message>
        <source>range type %1</source>
        <translation>Bereichstyp %1</translation>
    </message>
    <message>
        <source>function %1</source>
        <translation>Funktion %1</translation>
    </message>
    <message>
        <source>procedure %1</source>
        <translation>Prozedur %1</translation>
    </message>
    <message>
        <source>aggregate %1</source>
        <translation>Aggregat %1</translation>
    </message>
    <message>
        <source>operator %1</source>
        <translation>Operator %1</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>Trigger %1</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>statistics %1</source>
        <translation>Statistik %1</translation>
    </message>
    <message>
        <source>virtual table %1</source>
        <translation>virtuelle Tabelle %1</translation>
    </message>
    <message>
        <source>definition %1</source>
        <translation>Definition %1</translation>
    </message>
    <message>
        <source>table %1 with its rows</source>
        <translation>Tabelle %1 mit ihren Zeilen</translation>
    </message>
    <message>
        <source>column %1 with its values</source>
        <translation>Spalte %1 mit ihren Werten</translation>
    </message>
    <message>
        <source>the values of column %1, which is computed from then on</source>
        <translation>die Werte der Spalte %1, die von da an berechnet wird</translation>
    </message>
    <message>
        <source>values of column %1 that %2 cannot hold</source>
        <translation>Werte der Spalte %1, die %2 nicht fasst</translation>
    </message>
    <message>
        <source>which of the values that become one in enum %1 a row had</source>
        <translation>welchen der Werte, die in der Aufzählung %1 einer werden, eine Zeile hatte</translation>
    </message>
</context>
<context>
    <name>joinery::ui::OutputForm</name>
    <message>
        <source>SQL INSERT</source>
        <translation>SQL INSERT</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel (XLSX)</translation>
    </message>
    <message>
        <source>&amp;Names in the first row</source>
        <translation>&amp;Namen in der ersten Zeile</translation>
    </message>
    <message>
        <source>UTF-8 for Excel</source>
        <translation>UTF-8 für Excel</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>what stands for NULL</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Z&amp;eichensatz</translation>
    </message>
    <message>
        <source>NU&amp;LL is written</source>
        <translation>NU&amp;LL steht als</translation>
    </message>
    <message>
        <source>&amp;Table in the statements</source>
        <translation>Ta&amp;belle in den Anweisungen</translation>
    </message>
    <message>
        <source>INSERT statements need the name of a table.</source>
        <translation>INSERT-Anweisungen brauchen den Namen einer Tabelle.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::PageTabBar</name>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ParameterBar</name>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::PasswordDialog</name>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>Im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
</context>
<context>
    <name>joinery::ui::PendingPage</name>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Verbindung ändern …</translation>
    </message>
    <message>
        <source>The project was not opened.</source>
        <translation>Das Projekt wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Opening the project…</source>
        <translation>Das Projekt wird geöffnet …</translation>
    </message>
    <message>
        <source>The connection of this page is gone.</source>
        <translation>Die Verbindung dieser Seite gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Connect to %1 to bring this page back.</source>
        <translation>Verbinden Sie %1, um diese Seite zurückzuholen.</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird aufgebaut …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::PreviewDialog</name>
    <message>
        <source>Preview SQL</source>
        <translation>SQL ansehen</translation>
    </message>
    <message>
        <source>One transaction. Each statement must change exactly one row, else nothing is written.</source>
        <translation>Eine Transaktion. Jede Anweisung muss genau eine Zeile ändern, sonst wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>SQL of the commit</source>
        <translation>SQL des Festschreibens</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Commit to %1</source>
        <translation>In %1 festschreiben</translation>
    </message>
    <message>
        <source>What the database is going to refuse</source>
        <translation>Was die Datenbank ablehnen wird</translation>
    </message>
    <message>
        <source>Commit to %1 all the same</source>
        <translation>Trotzdem in %1 festschreiben</translation>
    </message>
</context>
<context>
    <name>joinery::ui::PreviewPanel</name>
    <message>
        <source>Form of the unsaved changes</source>
        <translation>Form der ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>No unsaved changes</source>
        <translation>Keine ungespeicherten Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n ungespeicherte Änderung</numerusform>
            <numerusform>%n ungespeicherte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>(its values are lost)</source>
        <translation>(die Werte gehen verloren)</translation>
    </message>
    <message>
        <source>Edit a cell above: what changes stands here, in words and as SQL for each engine.</source>
        <translation>Ändern Sie oben eine Zelle: was sich ändert, steht hier in Worten und als SQL für jedes System.</translation>
    </message>
    <message>
        <source>-- %1</source>
        <translation>-- %1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ProjectDesk</name>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Initial schema</source>
        <translation>Ausgangsschema</translation>
    </message>
    <message>
        <source>The project %1 was not made</source>
        <translation>Das Projekt %1 wurde nicht angelegt</translation>
    </message>
    <message>
        <source>The sample was not made</source>
        <translation>Das Beispiel wurde nicht angelegt</translation>
    </message>
    <message>
        <source>The bookshop is in %1. Change it as you like.</source>
        <translation>Der Buchladen liegt in %1. Ändern Sie ihn nach Belieben.</translation>
    </message>
    <message>
        <source>The project was not saved</source>
        <translation>Das Projekt wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Save %1 first?</source>
        <translation>%1 vorher speichern?</translation>
    </message>
    <message>
        <source>The model has changes that are not saved. They are saved before the project is closed.</source>
        <translation>Das Modell hat Änderungen, die nicht gespeichert sind. Sie werden gespeichert, bevor das Projekt geschlossen wird.</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Speichern und weiter</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ProjectSource</name>
    <message>
        <source>The model has no tables yet. Add the first one, or import a database.</source>
        <translation>Das Modell hat noch keine Tabellen. Fügen Sie die erste hinzu oder importieren Sie eine Datenbank.</translation>
    </message>
    <message>
        <source>The project was closed.</source>
        <translation>Das Projekt wurde geschlossen.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>joinery::ui::QuickPick</name>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts passt.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RecentList</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ReferencePicker</name>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
    <message>
        <source>Reading the rows of %1…</source>
        <translation>Die Zeilen von %1 werden gelesen …</translation>
    </message>
    <message>
        <source>Refers to no row</source>
        <translation>Verweist auf keine Zeile</translation>
    </message>
    <message>
        <source>%1 has no rows.</source>
        <translation>%1 hat keine Zeilen.</translation>
    </message>
    <message>
        <source>No row of %1 holds this text.</source>
        <translation>Keine Zeile von %1 enthält diesen Text.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s): type to search, walk with the arrow keys.</source>
        <translation>
            <numerusform>Die erste Zeile: zum Suchen tippen, mit den Pfeiltasten gehen.</numerusform>
            <numerusform>Die ersten %n Zeilen: zum Suchen tippen, mit den Pfeiltasten gehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): walk with the arrow keys, take one with Return.</source>
        <translation>
            <numerusform>%n Zeile: mit den Pfeiltasten gehen, mit der Eingabetaste nehmen.</numerusform>
            <numerusform>%n Zeilen: mit den Pfeiltasten gehen, mit der Eingabetaste nehmen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::RehearsalDialog</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hinauf</translation>
    </message>
    <message>
        <source>Back down</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Up again</source>
        <translation>Noch einmal hinauf</translation>
    </message>
    <message>
        <source>nothing applied</source>
        <translation>nichts angewendet</translation>
    </message>
    <message>
        <source>Not as the revisions say</source>
        <translation>Nicht, wie die Revisionen sagen</translation>
    </message>
    <message>
        <source>Not as it was at the start</source>
        <translation>Nicht, wie es am Anfang war</translation>
    </message>
    <message>
        <source>Not as it was the first time</source>
        <translation>Nicht, wie es beim ersten Mal war</translation>
    </message>
    <message>
        <source>Rehearse the upgrade of %1</source>
        <translation>Upgrade von %1 proben</translation>
    </message>
    <message>
        <source>%1 stands at %2. A copy of it is made beside it and dropped in the end; there the upgrade to %3 runs up, down and up again, and each time the schema and the rows are compared. %1 itself is only read.</source>
        <translation>%1 steht bei %2. Daneben entsteht eine Kopie, die am Ende gelöscht wird; dort läuft das Upgrade auf %3 hinauf, zurück und noch einmal hinauf, und jedes Mal werden Schema und Zeilen verglichen. %1 selbst wird nur gelesen.</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>den Head</translation>
    </message>
    <message>
        <source>What the rehearsal did</source>
        <translation>Was die Probe tat</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>On all rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Locks, tables written anew</source>
        <translation>Sperren, neu geschriebene Tabellen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>some rows of every table, with those that they refer to</source>
        <translation>einige Zeilen jeder Tabelle, mit denen, auf die sie verweisen</translation>
    </message>
    <message>
        <source>tables without rows</source>
        <translation>Tabellen ohne Zeilen</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>Wie viel kopiert wird</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <translation>Noch einmal proben</translation>
    </message>
    <message>
        <source>The rehearsal was stopped. Nothing of the copy is left.</source>
        <translation>Die Probe wurde angehalten. Von der Kopie ist nichts übrig.</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>%1 s · %2</source>
        <translation>%1 s · %2</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>wie es sein soll</translation>
    </message>
    <message>
        <source>went wrong</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>writes %1 anew</source>
        <translation>schreibt %1 neu</translation>
    </message>
    <message>
        <source>Values changed that nothing should change: %1</source>
        <translation>Werte haben sich geändert, die nichts ändern sollte: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not as its revision says before anything ran: %n difference(s).</source>
        <translation>
            <numerusform>%1 war schon vorher nicht, wie die Revision sagt: %n Abweichung.</numerusform>
            <numerusform>%1 war schon vorher nicht, wie die Revision sagt: %n Abweichungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The way back was not rehearsed: %1</source>
        <translation>Der Rückweg wurde nicht geprobt: %1</translation>
    </message>
    <message>
        <source>The way back does not bring back the values of %1.</source>
        <translation>Der Rückweg bringt die Werte von %1 nicht zurück.</translation>
    </message>
    <message>
        <source>The server keeps indexes that it made for foreign keys: %1.</source>
        <translation>Der Server behält Indizes, die er für Fremdschlüssel angelegt hat: %1.</translation>
    </message>
    <message>
        <source>%1 stands there already. Nothing is to be rehearsed.</source>
        <translation>%1 steht schon dort. Es gibt nichts zu proben.</translation>
    </message>
    <message>
        <source>The rehearsal went well: about %1 for the way up. The copy %2 is gone.</source>
        <translation>Die Probe ist gelungen: etwa %1 für den Weg hinauf. Die Kopie %2 ist gelöscht.</translation>
    </message>
    <message>
        <source>The rehearsal failed; %1 is as it was. The copy %2 is gone.</source>
        <translation>Die Probe ist fehlgeschlagen; %1 ist unverändert. Die Kopie %2 ist gelöscht.</translation>
    </message>
    <message>
        <source>Stopping, and removing the copy…</source>
        <translation>Wird angehalten, die Kopie wird entfernt…</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ReplaceDialog</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n cells of %1</source>
        <translation>
            <numerusform>In %n Zelle von %1 ersetzen</numerusform>
            <numerusform>In %n Zellen von %1 ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>They are staged: nothing is written before you commit, and one undo takes all of it back.</source>
        <translation>Sie werden vorgemerkt: Vor dem Festschreiben wird nichts geschrieben, und ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Cells before and after</source>
        <translation>Zellen vorher und nachher</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message numerus="yes">
        <source>The list shows the first %n cells.</source>
        <translation>
            <numerusform>Die Liste zeigt die erste Zelle.</numerusform>
            <numerusform>Die Liste zeigt die ersten %n Zellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells were read only in part and are left out.</source>
        <translation>
            <numerusform>%n Zelle wurde nur zum Teil gelesen und ausgelassen.</numerusform>
            <numerusform>%n Zellen wurden nur zum Teil gelesen und ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells would not take their new text and are left out: %1</source>
        <translation>
            <numerusform>%n Zelle nimmt ihren neuen Text nicht an und ist ausgelassen: %1</numerusform>
            <numerusform>%n Zellen nehmen ihren neuen Text nicht an und sind ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold the text; the first ones are replaced, do it again for the others.</source>
        <translation>
            <numerusform>%n Zeile enthält den Text.</numerusform>
            <numerusform>%n Zeilen enthalten den Text; die ersten werden ersetzt, wiederholen Sie es für die anderen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Was ausgelassen wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Stage %n replacements</source>
        <translation>
            <numerusform>%n Ersetzung vormerken</numerusform>
            <numerusform>%n Ersetzungen vormerken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ResultGrid</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Done in %1.</source>
        <translation>Fertig in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows changed in %1.</source>
        <translation>
            <numerusform>%n Zeile in %1 geändert.</numerusform>
            <numerusform>%n Zeilen in %1 geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The result has no rows.</source>
        <translation>Das Ergebnis hat keine Zeilen.</translation>
    </message>
    <message>
        <source>Only the first %1 rows of this result were read, because another statement followed. Run it alone to see all.</source>
        <translation>Nur die ersten %1 Zeilen dieses Ergebnisses wurden gelesen, weil eine weitere Anweisung folgte. Führen Sie sie allein aus, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>This result cannot be edited: %1 is computed and comes from no table.</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: %1 ist berechnet und stammt aus keiner Tabelle.</translation>
    </message>
    <message>
        <source>This result cannot be edited: its columns come from several tables (%1).</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: seine Spalten stammen aus mehreren Tabellen (%1).</translation>
    </message>
    <message>
        <source>This result cannot be edited: %1 is no table that is known here.</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: %1 ist keine Tabelle, die hier bekannt ist.</translation>
    </message>
    <message>
        <source>This result cannot be edited: its query does not name the table %1 exactly once, so a row of it cannot be told for sure.</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: seine Abfrage nennt die Tabelle %1 nicht genau einmal, so dass eine Zeile nicht sicher zu bestimmen ist.</translation>
    </message>
    <message>
        <source>This result cannot be edited: it holds the column %1 twice.</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: es enthält die Spalte %1 zweimal.</translation>
    </message>
    <message>
        <source>This result cannot be edited: the table %1 has no key.</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: die Tabelle %1 hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>This result cannot be edited: the key of %1 (%2) is not among its columns.</source>
        <translation>Dieses Ergebnis kann nicht bearbeitet werden: der Schlüssel von %1 (%2) ist nicht unter seinen Spalten.</translation>
    </message>
    <message>
        <source>%1 is another name of %2 here: only columns under their own name can be edited.</source>
        <translation>%1 ist hier ein anderer Name von %2: nur Spalten unter ihrem eigenen Namen können bearbeitet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 are staged.</source>
        <translation>
            <numerusform>%n Änderung an %1 ist vorgemerkt.</numerusform>
            <numerusform>%n Änderungen an %1 sind vorgemerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview SQL</source>
        <translation>SQL ansehen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ResultPane</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in %1 ms · %2</source>
        <translation>
            <numerusform>%n Zeile in %1 ms · %2</numerusform>
            <numerusform>%n Zeilen in %1 ms · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %n row(s) in %1 ms · %2</source>
        <translation>
            <numerusform>erste %n Zeile in %1 ms · %2</numerusform>
            <numerusform>erste %n Zeilen in %1 ms · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed in %1 ms · %2</source>
        <translation>
            <numerusform>%n Zeile in %1 ms geändert · %2</numerusform>
            <numerusform>%n Zeilen in %1 ms geändert · %2</numerusform>
        </translation>
    </message>
    <message>
        <source>done in %1 ms · %2</source>
        <translation>fertig in %1 ms · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>Ergebnis %1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RevisionDetail</name>
    <message>
        <source>Upgrade</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>SQL for engine</source>
        <translation>SQL für System</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>SQL of the revision</source>
        <translation>SQL der Revision</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RevisionDialog</name>
    <message>
        <source>Create revision</source>
        <translation>Revision anlegen</translation>
    </message>
    <message>
        <source>New revision</source>
        <translation>Neue Revision</translation>
    </message>
    <message>
        <source>What changes, in a few words: &quot;Prices are exact&quot;</source>
        <translation>Was sich ändert, in wenigen Worten: „Preise sind exakt“</translation>
    </message>
    <message>
        <source>Message of the revision</source>
        <translation>Text der Revision</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RevisionModel</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>joins %n branches</source>
        <translation>
            <numerusform>vereint %n Zweig</numerusform>
            <numerusform>vereint %n Zweige</numerusform>
        </translation>
    </message>
    <message>
        <source>changes nothing</source>
        <translation>ändert nichts</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewendet</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>%1 stands here</source>
        <translation>%1 steht hier</translation>
    </message>
    <message>
        <source>%1: revision %2 was begun and not finished</source>
        <translation>%1: Revision %2 wurde begonnen und nicht beendet</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n difference(s) from its revision. Click to see them.</source>
        <translation>
            <numerusform>%1: %n Abweichung von der Revision. Klicken zeigt sie.</numerusform>
            <numerusform>%1: %n Abweichungen von der Revision. Klicken zeigt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: as its revision says</source>
        <translation>%1: wie ihre Revision sagt</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RowForm</name>
    <message>
        <source>Previous row (Alt+Up)</source>
        <translation>Vorige Zeile (Alt+Auf)</translation>
    </message>
    <message>
        <source>Next row (Alt+Down)</source>
        <translation>Nächste Zeile (Alt+Ab)</translation>
    </message>
    <message>
        <source>Revert row</source>
        <translation>Zeile zurücksetzen</translation>
    </message>
    <message>
        <source>Drop what is staged for this row</source>
        <translation>Verwerfen, was für diese Zeile vorgemerkt ist</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Back to all rows (F4)</source>
        <translation>Zurück zu allen Zeilen (F4)</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>changed, not written yet</source>
        <translation>geändert, noch nicht geschrieben</translation>
    </message>
    <message>
        <source>new, not written yet</source>
        <translation>neu, noch nicht geschrieben</translation>
    </message>
    <message>
        <source>to be deleted</source>
        <translation>wird gelöscht</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RowHeader</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::RowInspector</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 · row %2</source>
        <translation>%1 · Zeile %2</translation>
    </message>
    <message numerus="yes">
        <source> · %n changes</source>
        <translation>
            <numerusform> · %n Änderung</numerusform>
            <numerusform> · %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SearchBox</name>
    <message>
        <source>Go to table, model, revision…</source>
        <translation>Zu Tabelle, Modell, Revision …</translation>
    </message>
</context>
<context>
    <name>joinery::ui::Session</name>
    <message>
        <source>The last session was not restored</source>
        <translation>Die letzte Sitzung wurde nicht wiederhergestellt</translation>
    </message>
    <message>
        <source>The session cannot be saved</source>
        <translation>Die Sitzung kann nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ShapeChoices</name>
    <message>
        <source>Comma  ,</source>
        <translation>Komma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Semikolon  ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Strich  |</translation>
    </message>
</context>
<context>
    <name>joinery::ui::Shell</name>
    <message>
        <source>The project %1 was not opened</source>
        <translation>Das Projekt %1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept</source>
        <translation>Ungespeicherte Änderungen können nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Öffnen Sie zuerst ein Projekt.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ShortcutList</name>
    <message>
        <source>Search by name or keys</source>
        <translation>Nach Name oder Tasten suchen</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel durchsuchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Change that one first.</source>
        <translation>%1 gehört zu „%2“. Ändern Sie zuerst das.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SqlEditor</name>
    <message>
        <source>SQL editor</source>
        <translation>SQL-Editor</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SqlPage</name>
    <message>
        <source>Autocommit</source>
        <translation>Autocommit</translation>
    </message>
    <message>
        <source>New query</source>
        <translation>Neue Abfrage</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) in %1 ms</source>
        <translation>
            <numerusform>%n Anweisung in %1 ms</numerusform>
            <numerusform>%n Anweisungen in %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>Committed.</source>
        <translation>Festgeschrieben.</translation>
    </message>
    <message>
        <source>Rolled back.</source>
        <translation>Zurückgerollt.</translation>
    </message>
    <message>
        <source>Save query</source>
        <translation>Abfrage speichern</translation>
    </message>
    <message>
        <source>Name in the project %1:</source>
        <translation>Name im Projekt %1:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save query %1</source>
        <translation>Abfrage %1 speichern</translation>
    </message>
    <message>
        <source>A transaction is open</source>
        <translation>Eine Transaktion ist offen</translation>
    </message>
    <message>
        <source>Closing this tab rolls back what it changed in %1 and did not commit.</source>
        <translation>Schließen dieses Tabs rollt zurück, was er in %1 geändert und nicht festgeschrieben hat.</translation>
    </message>
    <message>
        <source>Roll back and close</source>
        <translation>Zurückrollen und schließen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The changes of the query %1 are not saved.</source>
        <translation>Die Änderungen der Abfrage %1 sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne zu speichern</translation>
    </message>
    <message>
        <source>Transaction failed: roll back</source>
        <translation>Transaktion gescheitert: zurückrollen</translation>
    </message>
    <message>
        <source>Transaction open</source>
        <translation>Transaktion offen</translation>
    </message>
    <message>
        <source>Manual transaction, nothing open</source>
        <translation>Eigene Transaktion, nichts offen</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Z %1, Sp %2</translation>
    </message>
    <message>
        <source>There is no statement here.</source>
        <translation>Hier steht keine Anweisung.</translation>
    </message>
    <message>
        <source>Cancelled after %1 ms.</source>
        <translation>Nach %1 ms abgebrochen.</translation>
    </message>
    <message>
        <source>Run without writing</source>
        <translation>Ausführen ohne zu schreiben</translation>
    </message>
    <message>
        <source>Close without writing</source>
        <translation>Schließen ohne zu schreiben</translation>
    </message>
    <message>
        <source>The connection %1 is read-only.</source>
        <translation>Die Verbindung %1 ist nur zum Lesen.</translation>
    </message>
    <message>
        <source>Rows of a result are edited where every statement commits by itself: a commit of edits is a transaction of its own.</source>
        <translation>Zeilen eines Ergebnisses werden bearbeitet, wo jede Anweisung für sich festgeschrieben wird: Änderungen sind eine eigene Transaktion.</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>Changes of the rows of a result are staged and not written yet.</source>
        <translation>Änderungen an Zeilen eines Ergebnisses sind vorgemerkt und noch nicht geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were written to %1 in %2.</source>
        <translation>
            <numerusform>%n Änderung wurde nach %1 in %2 geschrieben.</numerusform>
            <numerusform>%n Änderungen wurden nach %1 in %2 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The result shows the rows as they were before: run the statement again to see them as they are.</source>
        <translation>Das Ergebnis zeigt die Zeilen, wie sie vorher waren: führen Sie die Anweisung erneut aus.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SqlText</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SqlToolbar</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run the selection or the statement at the caret (Ctrl+Return)</source>
        <translation>Die Auswahl oder die Anweisung an der Schreibmarke ausführen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Alles ausführen</translation>
    </message>
    <message>
        <source>Run every statement (Ctrl+Shift+Return)</source>
        <translation>Jede Anweisung ausführen (Strg+Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel at the server (Esc)</source>
        <translation>Am Server abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Autocommit</source>
        <translation>Autocommit</translation>
    </message>
    <message>
        <source>Manual transaction</source>
        <translation>Eigene Transaktion</translation>
    </message>
    <message>
        <source>Transaction mode</source>
        <translation>Transaktionsmodus</translation>
    </message>
    <message>
        <source>Connection of this tab</source>
        <translation>Verbindung dieses Tabs</translation>
    </message>
    <message>
        <source>Choose a connection</source>
        <translation>Verbindung wählen</translation>
    </message>
    <message>
        <source>No connection is set up</source>
        <translation>Keine Verbindung ist eingerichtet</translation>
    </message>
</context>
<context>
    <name>joinery::ui::SquashDialog</name>
    <message>
        <source>Squash</source>
        <translation>Verdichten</translation>
    </message>
    <message>
        <source>Squash up to %1</source>
        <translation>Bis %1 verdichten</translation>
    </message>
    <message>
        <source>The first revision of the range</source>
        <translation>Die erste Revision des Bereichs</translation>
    </message>
    <message>
        <source>Message of the revision</source>
        <translation>Nachricht der Revision</translation>
    </message>
    <message>
        <source>Prove it first on two scratch databases beside %1</source>
        <translation>Zuerst an zwei Probedatenbanken neben %1 beweisen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What the revision would do</source>
        <translation>Was die Revision täte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Working out what will happen…</source>
        <translation>Wird ermittelt, was geschehen wird…</translation>
    </message>
    <message>
        <source>%1 revisions with %2 operations become one with %3. It keeps the id %4: databases that stand there see no difference, and one that stands between them finishes the old way.</source>
        <translation>%1 Revisionen mit %2 Operationen werden eine mit %3. Sie behält die Kennung %4: Datenbanken, die dort stehen, bemerken nichts, und eine, die dazwischen steht, geht den alten Weg zu Ende.</translation>
    </message>
    <message>
        <source>Making both databases and comparing them…</source>
        <translation>Beide Datenbanken werden angelegt und verglichen…</translation>
    </message>
</context>
<context>
    <name>joinery::ui::StatusBar</name>
    <message>
        <source>model, not saved</source>
        <translation>Modell, nicht gespeichert</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P for every command</source>
        <translation>Strg+Umschalt+P für jeden Befehl</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Aufgabe läuft</numerusform>
            <numerusform>%n Aufgaben laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::TabGroup</name>
    <message>
        <source>All open pages</source>
        <translation>Alle offenen Seiten</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TableInspector</name>
    <message>
        <source>A table needs a name.</source>
        <translation>Eine Tabelle braucht einen Namen.</translation>
    </message>
    <message>
        <source>rename table %1 to %2</source>
        <translation>Tabelle %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>change comment of %1</source>
        <translation>Kommentar von %1 ändern</translation>
    </message>
    <message>
        <source>rename column %1 to %2</source>
        <translation>Spalte %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>change type of %1</source>
        <translation>Typ von %1 ändern</translation>
    </message>
    <message>
        <source>allow NULL in %1</source>
        <translation>NULL in %1 erlauben</translation>
    </message>
    <message>
        <source>forbid NULL in %1</source>
        <translation>NULL in %1 verbieten</translation>
    </message>
    <message>
        <source>The column could not be changed</source>
        <translation>Die Spalte konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>change default of %1</source>
        <translation>Vorgabe von %1 ändern</translation>
    </message>
    <message>
        <source>Select a table, a column or a relation: what is known about it stands here.</source>
        <translation>Wählen Sie eine Tabelle, Spalte oder Beziehung: was darüber bekannt ist, steht hier.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation>Name der Tabelle</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment of the table</source>
        <translation>Kommentar der Tabelle</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>Name der Spalte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type of the column</source>
        <translation>Typ der Spalte</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Default of the column</source>
        <translation>Vorgabe der Spalte</translation>
    </message>
    <message>
        <source>Comment of the column</source>
        <translation>Kommentar der Spalte</translation>
    </message>
    <message>
        <source>Nullable</source>
        <translation>NULL erlaubt</translation>
    </message>
    <message>
        <source>may be NULL</source>
        <translation>darf NULL sein</translation>
    </message>
    <message>
        <source>The column may be NULL</source>
        <translation>Die Spalte darf NULL sein</translation>
    </message>
    <message>
        <source>RELATIONS</source>
        <translation>BEZIEHUNGEN</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n Beziehung</numerusform>
            <numerusform>%n Beziehungen</numerusform>
        </translation>
    </message>
    <message>
        <source>COLUMN %1</source>
        <translation>SPALTE %1</translation>
    </message>
    <message>
        <source>one to one</source>
        <translation>eins zu eins</translation>
    </message>
    <message>
        <source>many to one</source>
        <translation>viele zu eins</translation>
    </message>
    <message>
        <source>one to many</source>
        <translation>eins zu vielen</translation>
    </message>
    <message>
        <source>%1 has no index.</source>
        <translation>%1 hat keinen Index.</translation>
    </message>
    <message>
        <source>Add index</source>
        <translation>Index hinzufügen</translation>
    </message>
    <message>
        <source>Add an index on %1</source>
        <translation>Index auf %1 hinzufügen</translation>
    </message>
    <message>
        <source>add index on %1</source>
        <translation>Index auf %1 hinzufügen</translation>
    </message>
    <message>
        <source>The index could not be added</source>
        <translation>Der Index konnte nicht hinzugefügt werden</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TableTarget</name>
    <message>
        <source>The project was closed.</source>
        <translation>Das Projekt wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TargetForm</name>
    <message>
        <source>Into the &amp;table</source>
        <translation>In die &amp;Tabelle</translation>
    </message>
    <message>
        <source>Into a &amp;new table</source>
        <translation>In eine &amp;neue Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Name of the new table</source>
        <translation>Name der neuen Tabelle</translation>
    </message>
    <message>
        <source>Stop, and import nothing</source>
        <translation>Anhalten und nichts importieren</translation>
    </message>
    <message>
        <source>Keep the row of the table</source>
        <translation>Die Zeile der Tabelle behalten</translation>
    </message>
    <message>
        <source>Update the row of the table</source>
        <translation>Die Zeile der Tabelle aktualisieren</translation>
    </message>
    <message>
        <source>Leave it out, and write it into a report</source>
        <translation>Weglassen und in einen Bericht schreiben</translation>
    </message>
    <message>
        <source>Report file</source>
        <translation>Berichtsdatei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>A row whose &amp;key is in the table</source>
        <translation>Eine Zeile, deren &amp;Schlüssel in der Tabelle ist</translation>
    </message>
    <message>
        <source>A row that cannot be &amp;read or is refused</source>
        <translation>Eine Zeile, die nicht &amp;lesbar ist oder abgelehnt wird</translation>
    </message>
    <message>
        <source>Report of the rows that are left out</source>
        <translation>Bericht über die weggelassenen Zeilen</translation>
    </message>
    <message>
        <source>Left out of the file: %1.</source>
        <translation>Aus der Datei weggelassen: %1.</translation>
    </message>
    <message>
        <source>The table fills by itself: %1.</source>
        <translation>Die Tabelle füllt selbst: %1.</translation>
    </message>
    <message>
        <source>Nothing goes to %1, which must not be NULL.</source>
        <translation>Nichts geht nach %1, das nicht NULL sein darf.</translation>
    </message>
    <message>
        <source>Types are found in the whole file when it is imported; what stands here comes from its first rows.</source>
        <translation>Die Typen werden beim Import in der ganzen Datei gefunden; was hier steht, stammt aus ihren ersten Zeilen.</translation>
    </message>
    <message>
        <source>The columns of the file hold no key of the table.</source>
        <translation>Die Spalten der Datei enthalten keinen Schlüssel der Tabelle.</translation>
    </message>
    <message>
        <source>Rows are found by %1.</source>
        <translation>Zeilen werden über %1 gefunden.</translation>
    </message>
    <message>
        <source>Give the new table a name.</source>
        <translation>Geben Sie der neuen Tabelle einen Namen.</translation>
    </message>
    <message>
        <source>There is a table %1 already.</source>
        <translation>Es gibt schon eine Tabelle %1.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelineFeature</name>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>New revision from the models…</source>
        <translation>Neue Revision aus den Modellen …</translation>
    </message>
    <message>
        <source>Upgrade database…</source>
        <translation>Datenbank aktualisieren …</translation>
    </message>
    <message>
        <source>Downgrade database…</source>
        <translation>Datenbank zurücksetzen …</translation>
    </message>
    <message>
        <source>Stamp database…</source>
        <translation>Datenbank stempeln …</translation>
    </message>
    <message>
        <source>Rehearse the upgrade on a copy…</source>
        <translation>Upgrade an einer Kopie proben…</translation>
    </message>
    <message>
        <source>Compare the database with its revision…</source>
        <translation>Datenbank mit ihrer Revision vergleichen…</translation>
    </message>
    <message>
        <source>Merge the heads…</source>
        <translation>Heads zusammenführen…</translation>
    </message>
    <message>
        <source>Squash up to the selected revision…</source>
        <translation>Bis zur gewählten Revision verdichten…</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelineInspector</name>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>another project</source>
        <translation>anderes Projekt</translation>
    </message>
    <message>
        <source>nothing applied</source>
        <translation>nichts angewendet</translation>
    </message>
    <message>
        <source>at the head</source>
        <translation>am Kopf</translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n zurück</numerusform>
            <numerusform>%n zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>WHERE DATABASES STAND</source>
        <translation>WO DATENBANKEN STEHEN</translation>
    </message>
    <message>
        <source>REVERSIBLE</source>
        <translation>UMKEHRBAR</translation>
    </message>
    <message>
        <source>Select a revision.</source>
        <translation>Wählen Sie eine Revision.</translation>
    </message>
    <message>
        <source>the first revision, %1</source>
        <translation>die erste Revision, %1</translation>
    </message>
    <message>
        <source>Structure: yes</source>
        <translation>Struktur: ja</translation>
    </message>
    <message>
        <source>Structure: no, a step has no way back</source>
        <translation>Struktur: nein, ein Schritt hat keinen Rückweg</translation>
    </message>
    <message>
        <source>Data: yes</source>
        <translation>Daten: ja</translation>
    </message>
    <message>
        <source>Data: yes; the way back drops what came after</source>
        <translation>Daten: ja; der Rückweg verwirft, was danach kam</translation>
    </message>
    <message>
        <source>Data: no. %1</source>
        <translation>Daten: nein. %1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Abweichung</numerusform>
            <numerusform>%n Abweichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>half applied</source>
        <translation>halb angewendet</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelinePage</name>
    <message>
        <source>Revisions, oldest first</source>
        <translation>Revisionen, älteste zuerst</translation>
    </message>
    <message>
        <source>revises %1</source>
        <translation>folgt auf %1</translation>
    </message>
    <message>
        <source>pending on %1</source>
        <translation>steht aus auf %1</translation>
    </message>
    <message>
        <source>Create the first revision</source>
        <translation>Die erste Revision anlegen</translation>
    </message>
    <message>
        <source>Revisions belong to a project. Open one, or make one from a database.</source>
        <translation>Revisionen gehören zu einem Projekt. Öffnen Sie eines oder legen Sie eines aus einer Datenbank an.</translation>
    </message>
    <message numerus="yes">
        <source>This project has no revisions yet. The first one creates what the models hold: %n change(s).</source>
        <translation>
            <numerusform>Dieses Projekt hat noch keine Revisionen. Die erste legt an, was die Modelle enthalten: %n Änderung.</numerusform>
            <numerusform>Dieses Projekt hat noch keine Revisionen. Die erste legt an, was die Modelle enthalten: %n Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This project has no revisions yet. Change a model, and a revision can be made from it.</source>
        <translation>Dieses Projekt hat noch keine Revisionen. Ändern Sie ein Modell, dann kann daraus eine Revision werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n Revision</numerusform>
            <numerusform>%n Revisionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n head(s)</source>
        <translation>
            <numerusform>%n Kopf</numerusform>
            <numerusform>%n Köpfe</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>No revision was applied to %1 yet. If it has the tables of a revision already, select that revision and stamp it; otherwise upgrade it.</source>
        <translation>Auf %1 wurde noch keine Revision angewendet. Hat sie die Tabellen einer Revision schon, wählen Sie diese Revision und stempeln Sie sie; sonst aktualisieren Sie sie.</translation>
    </message>
    <message>
        <source>%1 stands at %2, which this project does not know.</source>
        <translation>%1 steht auf %2, das dieses Projekt nicht kennt.</translation>
    </message>
    <message>
        <source>%1 does not say where it stands: %2</source>
        <translation>%1 sagt nicht, wo sie steht: %2</translation>
    </message>
    <message>
        <source>Revision %1 was begun on %2 and not finished.</source>
        <translation>Revision %1 wurde auf %2 begonnen und nicht beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is not as its revision says: %n difference(s). Click its marker to see them.</source>
        <translation>
            <numerusform>%1 ist nicht, wie die Revision sagt: %n Abweichung. Ein Klick auf die Marke zeigt sie.</numerusform>
            <numerusform>%1 ist nicht, wie die Revision sagt: %n Abweichungen. Ein Klick auf die Marke zeigt sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelineToolbar</name>
    <message>
        <source>Downgrade…</source>
        <translation>Zurücksetzen …</translation>
    </message>
    <message>
        <source>Stamp…</source>
        <translation>Stempeln …</translation>
    </message>
    <message>
        <source>Write the selected revision into the version table, and change nothing else</source>
        <translation>Die gewählte Revision in die Versionstabelle schreiben und sonst nichts ändern</translation>
    </message>
    <message>
        <source>Schema at</source>
        <translation>Schema bei</translation>
    </message>
    <message>
        <source>Schema at revision</source>
        <translation>Schema bei Revision</translation>
    </message>
    <message>
        <source>Database to move</source>
        <translation>Zu bewegende Datenbank</translation>
    </message>
    <message>
        <source>Connect to a database first</source>
        <translation>Zuerst mit einer Datenbank verbinden</translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation>Datenbank wählen</translation>
    </message>
    <message>
        <source>Upgrade %1…</source>
        <translation>%1 aktualisieren …</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>Aktualisieren …</translation>
    </message>
    <message>
        <source>Take back every revision above the selected one</source>
        <translation>Jede Revision über der gewählten zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the selected revision</source>
        <translation>Die gewählte Revision zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>Revision from %n model change(s)</source>
        <translation>
            <numerusform>Revision aus %n Modelländerung</numerusform>
            <numerusform>Revision aus %n Modelländerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Database to move: %1</source>
        <translation>Zu bewegende Datenbank: %1</translation>
    </message>
    <message>
        <source>Rehearse…</source>
        <translation>Proben…</translation>
    </message>
    <message>
        <source>Run the upgrade on a copy: up, down and up again</source>
        <translation>Das Upgrade an einer Kopie ausführen: hinauf, zurück und noch einmal hinauf</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More for revisions and databases</source>
        <translation>Mehr für Revisionen und Datenbanken</translation>
    </message>
    <message>
        <source>Compare the database with its revision…</source>
        <translation>Datenbank mit ihrer Revision vergleichen…</translation>
    </message>
    <message>
        <source>Merge the heads…</source>
        <translation>Heads zusammenführen…</translation>
    </message>
    <message>
        <source>Put the lines of work together by a revision</source>
        <translation>Die Linien durch eine Revision zusammenführen</translation>
    </message>
    <message>
        <source>Squash up to the selected revision…</source>
        <translation>Bis zur gewählten Revision verdichten…</translation>
    </message>
    <message>
        <source>Make one revision of several in a row</source>
        <translation>Aus mehreren aufeinanderfolgenden Revisionen eine machen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TopBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Joinery menu</source>
        <translation>Joinery-Menü</translation>
    </message>
    <message>
        <source>Everything that Joinery can do</source>
        <translation>Alles, was Joinery kann</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>joinery::ui::TransferFeature</name>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Export rows…</source>
        <translation>Zeilen exportieren …</translation>
    </message>
    <message>
        <source>Connect to the database first that the file goes into.</source>
        <translation>Verbinden Sie zuerst die Datenbank, in die die Datei geht.</translation>
    </message>
    <message>
        <source>The connection %1 is read-only: nothing can be imported.</source>
        <translation>Die Verbindung %1 ist nur zum Lesen: nichts kann importiert werden.</translation>
    </message>
    <message>
        <source>There are no rows here to export.</source>
        <translation>Hier sind keine Zeilen zu exportieren.</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ValueView</name>
    <message>
        <source>This is no JSON: %1 (line %2, column %3)</source>
        <translation>Das ist kein JSON: %1 (Zeile %2, Spalte %3)</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Only the first 20,000 values are shown here.</source>
        <translation>Hier sind nur die ersten 20.000 Werte zu sehen.</translation>
    </message>
    <message>
        <source>Value as text</source>
        <translation>Wert als Text</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value as a tree</source>
        <translation>Wert als Baum</translation>
    </message>
    <message>
        <source>Value as a picture</source>
        <translation>Wert als Bild</translation>
    </message>
    <message>
        <source>Value in hexadecimal</source>
        <translation>Wert hexadezimal</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1, %2 × %3 Pixel</translation>
    </message>
</context>
<context>
    <name>joinery::ui::WarningBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::WelcomePage</name>
    <message>
        <source>Models, rows and migrations, in one place.</source>
        <translation>Modelle, Zeilen und Migrationen an einem Ort.</translation>
    </message>
    <message>
        <source>Connect to a database</source>
        <translation>Mit einer Datenbank verbinden</translation>
    </message>
    <message>
        <source>PostgreSQL, MySQL, MariaDB, SQLite, or anything with ODBC</source>
        <translation>PostgreSQL, MySQL, MariaDB, SQLite oder alles mit ODBC</translation>
    </message>
    <message>
        <source>Open a database file</source>
        <translation>Datenbankdatei öffnen</translation>
    </message>
    <message>
        <source>SQLite; or drop it on this window</source>
        <translation>SQLite; oder ziehen Sie sie auf dieses Fenster</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Models, diagrams, revisions and queries in one folder</source>
        <translation>Modelle, Diagramme, Revisionen und Abfragen in einem Ordner</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Start drawing; choose an engine later</source>
        <translation>Zeichnen Sie los; das System wählen Sie später</translation>
    </message>
    <message>
        <source>Try the bookshop sample</source>
        <translation>Das Beispiel „Buchladen“ ausprobieren</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
    </message>
    <message>
        <source>project · %1</source>
        <translation>Projekt · %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>What you open appears here.</source>
        <translation>Was Sie öffnen, erscheint hier.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>could not be opened</source>
        <translation>ließ sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::WindowActions</name>
    <message>
        <source>Connect to a database…</source>
        <translation>Mit einer Datenbank verbinden …</translation>
    </message>
    <message>
        <source>Open a database file…</source>
        <translation>Datenbankdatei öffnen …</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>New project from this database…</source>
        <translation>Neues Projekt aus dieser Datenbank …</translation>
    </message>
    <message>
        <source>Try the bookshop sample</source>
        <translation>Das Beispiel „Buchladen“ ausprobieren</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>New SQL</source>
        <translation>Neues SQL</translation>
    </message>
    <message>
        <source>Open a connection first: SQL runs on a database.</source>
        <translation>Öffnen Sie zuerst eine Verbindung: SQL läuft auf einer Datenbank.</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Commit or save</source>
        <translation>Festschreiben oder speichern</translation>
    </message>
    <message>
        <source>Commit the staged changes</source>
        <translation>Die vorgemerkten Änderungen festschreiben</translation>
    </message>
    <message>
        <source>Revert the staged changes</source>
        <translation>Die vorgemerkten Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>Laufendes abbrechen</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>Every command…</source>
        <translation>Alle Befehle …</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>Navigator filtern</translation>
    </message>
    <message>
        <source>Show or hide the Navigator</source>
        <translation>Navigator ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the Inspector</source>
        <translation>Inspektor ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide Activity</source>
        <translation>Aktivität ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Close the other tabs</source>
        <translation>Die anderen Tabs schließen</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Tab</translation>
    </message>
    <message>
        <source>Split to the right</source>
        <translation>Nach rechts teilen</translation>
    </message>
    <message>
        <source>Split downwards</source>
        <translation>Nach unten teilen</translation>
    </message>
    <message>
        <source>To the other half</source>
        <translation>Zur anderen Hälfte</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Tastenkürzel …</translation>
    </message>
    <message>
        <source>About Joinery</source>
        <translation>Über Joinery</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>joinery::ui::ZoomBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 % zoomen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the diagram into the window</source>
        <translation>Das Diagramm ins Fenster einpassen</translation>
    </message>
</context>
<context>
    <name>joinery::ui::edits</name>
    <message>
        <source>A column needs a type, for example Integer or String(120).</source>
        <translation>Eine Spalte braucht einen Typ, zum Beispiel Integer oder String(120).</translation>
    </message>
    <message>
        <source>“%1” is no type. Integer, String(120), Numeric(8, 2), Text, DateTime are some.</source>
        <translation>„%1“ ist kein Typ. Integer, String(120), Numeric(8, 2), Text, DateTime sind welche.</translation>
    </message>
    <message>
        <source>Say which column of %1 is meant, as in %1.id.</source>
        <translation>Sagen Sie, welche Spalte von %1 gemeint ist, wie in %1.id.</translation>
    </message>
    <message>
        <source>There is no table “%1”.</source>
        <translation>Es gibt keine Tabelle „%1“.</translation>
    </message>
    <message>
        <source>%1 has no column “%2”.</source>
        <translation>%1 hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>„%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>Name at least one column of %1.</source>
        <translation>Nennen Sie mindestens eine Spalte von %1.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The settings were not read</source>
        <translation>Die Einstellungen wurden nicht gelesen</translation>
    </message>
</context>
</TS>
