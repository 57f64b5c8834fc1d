// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace joinery::app {

namespace {

CommandLine wrong(const QString &message)
{
    CommandLine line;
    line.answer = QStringLiteral("joinery: ") + message + QStringLiteral("\nTry joinery --help.\n");
    line.exitCode = 2;
    return line;
}

bool isProject(const QString &source)
{
    return !source.contains(u"://") && (QFileInfo(source).isDir() || QFileInfo(source).fileName() == u"joinery.json");
}

/// What the program understands.
struct Syntax
{
    Syntax()
    {
        parser.setApplicationDescription(
            QStringLiteral("Joinery, a database workbench: models, rows and migrations, in one place."));
        parser.addOptions({table, diagram, timeline, sql, readOnly, lang, theme});
        version.emplace(parser.addVersionOption());
        help.emplace(parser.addHelpOption());
        parser.addPositionalArgument(QStringLiteral("SOURCE"), QStringLiteral("A database file, a URL or a project folder."),
                                     QStringLiteral("[SOURCE]"));
    }

    /// After parsing; stands beside options that are not known.
    std::optional<QString> answer() const
    {
        if (parser.isSet(*version))
            return QStringLiteral("joinery %1\n").arg(QCoreApplication::applicationVersion());
        if (parser.isSet(*help))
            return parser.helpText();
        return std::nullopt;
    }

    QCommandLineParser parser;
    QCommandLineOption table{QStringLiteral("table"), QStringLiteral("Open the rows of a table."), QStringLiteral("NAME")};
    QCommandLineOption diagram{QStringLiteral("diagram"), QStringLiteral("Open the diagram.")};
    QCommandLineOption timeline{QStringLiteral("timeline"), QStringLiteral("Open the migrations of a project.")};
    QCommandLineOption sql{QStringLiteral("sql"), QStringLiteral("Open a file of SQL on the connection."), QStringLiteral("FILE")};
    QCommandLineOption readOnly{QStringLiteral("read-only"), QStringLiteral("Refuse every write.")};
    QCommandLineOption lang{QStringLiteral("lang"), QStringLiteral("Language: en or de."), QStringLiteral("CODE")};
    QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")};
    std::optional<QCommandLineOption> version;
    std::optional<QCommandLineOption> help;
};

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    Syntax syntax;
    QCommandLineParser &parser = syntax.parser;
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    CommandLine line;
    line.answer = syntax.answer();
    if (line.answer)
        return line;
    if (parser.positionalArguments().size() > 1)
        return wrong(QStringLiteral("one SOURCE at most."));
    line.source = parser.positionalArguments().value(0);
    line.readOnly = parser.isSet(syntax.readOnly);
    if (parser.isSet(syntax.lang))
        line.language = parser.value(syntax.lang);
    if (parser.isSet(syntax.theme)) {
        const QString name = parser.value(syntax.theme);
        if (name != u"light" && name != u"dark")
            return wrong(QStringLiteral("the theme is light or dark, not %1.").arg(name));
        line.theme = name == u"dark" ? ui::Theme::Choice::Dark : ui::Theme::Choice::Light;
    }
    const int views = int(parser.isSet(syntax.table)) + int(parser.isSet(syntax.diagram)) + int(parser.isSet(syntax.timeline)) + int(parser.isSet(syntax.sql));
    if (views > 1)
        return wrong(QStringLiteral("--table, --diagram, --timeline and --sql exclude each other."));
    if (views == 1 && line.source.isEmpty())
        return wrong(QStringLiteral("a view needs a SOURCE."));

    ui::Location location;
    if (parser.isSet(syntax.table)) {
        const QString name = parser.value(syntax.table);
        const qsizetype dot = name.indexOf(u'.');
        location.name = dot < 0 ? schema::Name(name) : schema::Name(name.left(dot), name.mid(dot + 1));
    } else if (parser.isSet(syntax.diagram)) {
        location.kind = isProject(line.source) ? ui::Location::Kind::ProjectDiagram : ui::Location::Kind::DatabaseDiagram;
    } else if (parser.isSet(syntax.timeline)) {
        location.kind = ui::Location::Kind::Timeline;
    } else if (parser.isSet(syntax.sql)) {
        QFile file(parser.value(syntax.sql));
        if (!file.open(QIODevice::ReadOnly))
            return wrong(QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        location.kind = ui::Location::Kind::NewQuery;
        location.text = QString::fromUtf8(file.readAll());
    }
    if (views == 1)
        line.location = location;
    return line;
}

QStringList withoutToolkitOptions(const QStringList &arguments)
{
    // As QGuiApplication and QApplication know them; each may be written with one dash or two.
    static const QStringList withValue{
        QStringLiteral("platform"), QStringLiteral("platformpluginpath"), QStringLiteral("platformtheme"), QStringLiteral("plugin"),
        QStringLiteral("qwindowgeometry"), QStringLiteral("qwindowicon"), QStringLiteral("qwindowtitle"), QStringLiteral("icon"),
        QStringLiteral("style"), QStringLiteral("stylesheet"), QStringLiteral("session"), QStringLiteral("display"),
        QStringLiteral("geometry"), QStringLiteral("fontengine"), QStringLiteral("dialogs")};
    static const QStringList alone{QStringLiteral("reverse"), QStringLiteral("nograb"), QStringLiteral("dograb"),
                                   QStringLiteral("sync"), QStringLiteral("widgetcount"), QStringLiteral("testability")};
    QStringList rest = arguments.mid(0, 1);
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const QString name = argument.startsWith(u"--") ? argument.mid(2) : argument.startsWith(u'-') ? argument.mid(1) : QString();
        if (withValue.contains(name))
            ++i;
        else if (!alone.contains(name) && !name.startsWith(u"qmljsdebugger=") && !name.startsWith(u"style=") && !name.startsWith(u"stylesheet="))
            rest.append(argument);
    }
    return rest;
}

} // namespace joinery::app
