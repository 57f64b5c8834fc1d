<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>joinery::ui::CommitList</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows stay as they are: nothing tells them apart from others any more.</source>
        <translation>
            <numerusform>%n row stays as it is: nothing tells it apart from others any more.</numerusform>
            <numerusform>%n rows stay as they are: nothing tells them apart from others any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells stay as they are: what stood there before was too large to be kept.</source>
        <translation>
            <numerusform>%n cell stays as it is: what stood there before was too large to be kept.</numerusform>
            <numerusform>%n cells stay as they are: what stood there before was too large to be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted rows do not come back: they held what was too large to be kept.</source>
        <translation>
            <numerusform>%n deleted row does not come back: it held what was too large to be kept.</numerusform>
            <numerusform>%n deleted rows do not come back: they held what was too large to be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted rows come back, and the database gives them another row address.</source>
        <translation>
            <numerusform>%n deleted row comes back, and the database gives it another row address.</numerusform>
            <numerusform>%n deleted rows come back, and the database gives them another row address.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::Committer</name>
    <message numerus="yes">
        <source>change %n rows</source>
        <translation>
            <numerusform>change %n row</numerusform>
            <numerusform>change %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add %n rows</source>
        <translation>
            <numerusform>add %n row</numerusform>
            <numerusform>add %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n rows</source>
        <translation>
            <numerusform>delete %n row</numerusform>
            <numerusform>delete %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ConflictDialog</name>
    <message numerus="yes">
        <source>Somebody else changed %n of your rows of %1 in the meantime</source>
        <translation>
            <numerusform>Somebody else changed %n of your rows of %1 in the meantime</numerusform>
            <numerusform>Somebody else changed %n of your rows of %1 in the meantime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n choices are left</source>
        <translation>
            <numerusform>%n choice is left</numerusform>
            <numerusform>%n choices are left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::DesignerPage</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foreign keys</source>
        <translation>
            <numerusform>%n foreign key</numerusform>
            <numerusform>%n foreign keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indexes</source>
        <translation>
            <numerusform>%n index</numerusform>
            <numerusform>%n indexes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::DiagramPage</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::DiagramToolbar</name>
    <message numerus="yes">
        <source>Neighbours: %n hops</source>
        <translation>
            <numerusform>Neighbours: %n hop</numerusform>
            <numerusform>Neighbours: %n hops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::DriftDialog</name>
    <message numerus="yes">
        <source>%1 is at %2. %n thing(s) in it are not as that says; somebody changed them by hand.</source>
        <translation>
            <numerusform>%1 is at %2. %n thing in it is not as that says; somebody changed it by hand.</numerusform>
            <numerusform>%1 is at %2. %n things in it are not as that says; somebody changed them by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n selected row(s)</source>
        <translation>
            <numerusform>The selected row</numerusform>
            <numerusform>The %n selected rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n row(s) that were read</source>
        <translation>
            <numerusform>The row that was read</numerusform>
            <numerusform>The %n rows that were read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::FileForm</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n row(s)</source>
        <translation>
            <numerusform>the first row</numerusform>
            <numerusform>the first %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the first rows cannot be read. Line %1: %2.</source>
        <translation>
            <numerusform>%n of the first rows cannot be read. Line %1: %2.</numerusform>
            <numerusform>%n of the first rows cannot be read. Line %1: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::FilterPopup</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most frequent values</source>
        <translation>
            <numerusform>The most frequent value</numerusform>
            <numerusform>The %n most frequent values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridModel</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridPage</name>
    <message numerus="yes">
        <source>%n staged changes of %1 were restored. They are not written yet.</source>
        <translation>
            <numerusform>%n staged change of %1 was restored. It is not written yet.</numerusform>
            <numerusform>%n staged changes of %1 were restored. They are not written yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes, nothing written yet</source>
        <translation>
            <numerusform>%n staged change, nothing written yet</numerusform>
            <numerusform>%n staged changes, nothing written yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were written to %1 in %2.</source>
        <translation>
            <numerusform>%n change was written to %1 in %2.</numerusform>
            <numerusform>%n changes were written to %1 in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes of %1 are not written yet.</source>
        <translation>
            <numerusform>%n staged change of %1 is not written yet.</numerusform>
            <numerusform>%n staged changes of %1 are not written yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells are staged</source>
        <translation>
            <numerusform>%n cell is staged</numerusform>
            <numerusform>%n cells are staged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n staged changes of %1 were restored. A commit of them was under way when Joinery ended: it may have happened. Look at the rows before you commit again.</source>
        <translation>
            <numerusform>%n staged change of %1 was restored. A commit of it was under way when Joinery ended: it may have happened. Look at the row before you commit again.</numerusform>
            <numerusform>%n staged changes of %1 were restored. A commit of them was under way when Joinery ended: it may have happened. Look at the rows before you commit again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridTable</name>
    <message numerus="yes">
        <source>%n selected rows are not read yet and were left out.</source>
        <translation>
            <numerusform>%n selected row is not read yet and was left out.</numerusform>
            <numerusform>%n selected rows are not read yet and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells were read only in part: nothing was copied. View a cell to load it or to save it to a file.</source>
        <translation>
            <numerusform>One cell was read only in part: nothing was copied. View it to load it or to save it to a file.</numerusform>
            <numerusform>%n cells were read only in part: nothing was copied. View a cell to load it or to save it to a file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridToolbar</name>
    <message numerus="yes">
        <source>%n staged changes</source>
        <translation>
            <numerusform>%n staged change</numerusform>
            <numerusform>%n staged changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column filters</source>
        <translation>
            <numerusform>%n column filter</numerusform>
            <numerusform>%n column filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n column filters</source>
        <translation>
            <numerusform>Remove %n column filter</numerusform>
            <numerusform>Remove %n column filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::GridView</name>
    <message numerus="yes">
        <source>Selected %n cells</source>
        <translation>
            <numerusform>Selected %n cell</numerusform>
            <numerusform>Selected %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n statement(s) ran.</source>
        <translation>
            <numerusform>%n statement ran.</numerusform>
            <numerusform>%n statements ran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed.</source>
        <translation>
            <numerusform>%n row changed.</numerusform>
            <numerusform>%n rows changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported.</source>
        <translation>
            <numerusform>%n row imported.</numerusform>
            <numerusform>%n rows imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) updated.</source>
        <translation>
            <numerusform>%n row updated.</numerusform>
            <numerusform>%n rows updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were there already and stay as they are.</source>
        <translation>
            <numerusform>%n row was there already and stays as it is.</numerusform>
            <numerusform>%n rows were there already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out; see %1.</source>
        <translation>
            <numerusform>%n row left out; see %1.</numerusform>
            <numerusform>%n rows left out; see %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::JobProgress</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::MergeDialog</name>
    <message numerus="yes">
        <source>%n revision(s): %1</source>
        <translation>
            <numerusform>%n revision: %1</numerusform>
            <numerusform>%n revisions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::PreviewPanel</name>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ReferencePicker</name>
    <message numerus="yes">
        <source>The first %n row(s): type to search, walk with the arrow keys.</source>
        <translation>
            <numerusform>The first row: type to search, walk with the arrow keys.</numerusform>
            <numerusform>The first %n rows: type to search, walk with the arrow keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): walk with the arrow keys, take one with Return.</source>
        <translation>
            <numerusform>%n row: take it with the arrow key and Return.</numerusform>
            <numerusform>%n rows: walk with the arrow keys, take one with Return.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::RehearsalDialog</name>
    <message numerus="yes">
        <source>%1 was not as its revision says before anything ran: %n difference(s).</source>
        <translation>
            <numerusform>%1 was not as its revision says before anything ran: %n difference.</numerusform>
            <numerusform>%1 was not as its revision says before anything ran: %n differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ReplaceDialog</name>
    <message numerus="yes">
        <source>Replace in %n cells of %1</source>
        <translation>
            <numerusform>Replace in %n cell of %1</numerusform>
            <numerusform>Replace in %n cells of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list shows the first %n cells.</source>
        <translation>
            <numerusform>The list shows the first cell.</numerusform>
            <numerusform>The list shows the first %n cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells were read only in part and are left out.</source>
        <translation>
            <numerusform>%n cell was read only in part and is left out.</numerusform>
            <numerusform>%n cells were read only in part and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells would not take their new text and are left out: %1</source>
        <translation>
            <numerusform>%n cell would not take its new text and is left out: %1</numerusform>
            <numerusform>%n cells would not take their new text and are left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold the text; the first ones are replaced, do it again for the others.</source>
        <translation>
            <numerusform>%n row holds the text.</numerusform>
            <numerusform>%n rows hold the text; the first ones are replaced, do it again for the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %n replacements</source>
        <translation>
            <numerusform>Stage %n replacement</numerusform>
            <numerusform>Stage %n replacements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ResultGrid</name>
    <message numerus="yes">
        <source>%n rows changed in %1.</source>
        <translation>
            <numerusform>%n row changed in %1.</numerusform>
            <numerusform>%n rows changed in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 are staged.</source>
        <translation>
            <numerusform>%n change of %1 is staged.</numerusform>
            <numerusform>%n changes of %1 are staged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::ResultPane</name>
    <message numerus="yes">
        <source>%n row(s) in %1 ms · %2</source>
        <translation>
            <numerusform>%n row in %1 ms · %2</numerusform>
            <numerusform>%n rows in %1 ms · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %n row(s) in %1 ms · %2</source>
        <translation>
            <numerusform>first %n row in %1 ms · %2</numerusform>
            <numerusform>first %n rows in %1 ms · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed in %1 ms · %2</source>
        <translation>
            <numerusform>%n row changed in %1 ms · %2</numerusform>
            <numerusform>%n rows changed in %1 ms · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::RevisionModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>joins %n branches</source>
        <translation>
            <numerusform>joins %n branch</numerusform>
            <numerusform>joins %n branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n difference(s) from its revision. Click to see them.</source>
        <translation>
            <numerusform>%1: %n difference from its revision. Click to see it.</numerusform>
            <numerusform>%1: %n differences from its revision. Click to see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::RowInspector</name>
    <message numerus="yes">
        <source> · %n changes</source>
        <translation>
            <numerusform> · %n change</numerusform>
            <numerusform> · %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::SqlPage</name>
    <message numerus="yes">
        <source>%n statement(s) in %1 ms</source>
        <translation>
            <numerusform>%n statement in %1 ms</numerusform>
            <numerusform>%n statements in %1 ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were written to %1 in %2.</source>
        <translation>
            <numerusform>%n change was written to %1 in %2.</numerusform>
            <numerusform>%n changes were written to %1 in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::TableInspector</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelineInspector</name>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n behind</numerusform>
            <numerusform>%n behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelinePage</name>
    <message numerus="yes">
        <source>This project has no revisions yet. The first one creates what the models hold: %n change(s).</source>
        <translation>
            <numerusform>This project has no revisions yet. The first one creates what the models hold: %n change.</numerusform>
            <numerusform>This project has no revisions yet. The first one creates what the models hold: %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n head(s)</source>
        <translation>
            <numerusform>%n head</numerusform>
            <numerusform>%n heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is not as its revision says: %n difference(s). Click its marker to see them.</source>
        <translation>
            <numerusform>%1 is not as its revision says: %n difference. Click its marker to see it.</numerusform>
            <numerusform>%1 is not as its revision says: %n differences. Click its marker to see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::TimelineToolbar</name>
    <message numerus="yes">
        <source>Revision from %n model change(s)</source>
        <translation>
            <numerusform>Revision from %n model change</numerusform>
            <numerusform>Revision from %n model changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>joinery::ui::WarningBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
