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

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Joinery, a database workbench: models, rows and migrations, in one place."));
    const QCommandLineOption table(QStringLiteral("table"), QStringLiteral("Open the rows of a table."), QStringLiteral("NAME"));
    const QCommandLineOption diagram(QStringLiteral("diagram"), QStringLiteral("Open the diagram."));
    const QCommandLineOption timeline(QStringLiteral("timeline"), QStringLiteral("Open the migrations of a project."));
    const QCommandLineOption sql(QStringLiteral("sql"), QStringLiteral("Open a file of SQL on the connection."), QStringLiteral("FILE"));
    const QCommandLineOption readOnly(QStringLiteral("read-only"), QStringLiteral("Refuse every write."));
    const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("Language: en or de."), QStringLiteral("CODE"));
    const QCommandLineOption themeOption(QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME"));
    parser.addOptions({table, diagram, timeline, sql, readOnly, lang, themeOption});
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption help = parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("SOURCE"), QStringLiteral("A database file, a URL or a project folder."), QStringLiteral("[SOURCE]"));

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    CommandLine line;
    if (parser.isSet(version) || parser.isSet(help)) {
        line.answer = parser.isSet(version) ? QStringLiteral("joinery %1\n").arg(QCoreApplication::applicationVersion()) : parser.helpText();
        return line;
    }
    if (parser.positionalArguments().size() > 1)
        return wrong(QStringLiteral("one SOURCE at most."));
    line.source = parser.positionalArguments().value(0);
    line.readOnly = parser.isSet(readOnly);
    if (parser.isSet(lang))
        line.language = parser.value(lang);
    if (parser.isSet(themeOption)) {
        const QString name = parser.value(themeOption);
        if (name != u"light" && name != u"dark")
            return wrong(QStringLiteral("the theme is light or dark, not %1.").arg(name));
        line.theme = name == u"dark" ? ui::Theme::Choice::Dark : ui::Theme::Choice::Light;
    }
    const int views = int(parser.isSet(table)) + int(parser.isSet(diagram)) + int(parser.isSet(timeline)) + int(parser.isSet(sql));
    if (views > 1)
        return wrong(QStringLiteral("--table, --diagram, --timeline and --sql exclude each other."));
    if (views == 1 && line.source.isEmpty())
        return wrong(QStringLiteral("a view needs a SOURCE."));

    ui::Location location;
    if (parser.isSet(table)) {
        const QString name = parser.value(table);
        const qsizetype dot = name.indexOf(u'.');
        location.name = dot < 0 ? schema::Name(name) : schema::Name(name.left(dot), name.mid(dot + 1));
    } else if (parser.isSet(diagram)) {
        location.kind = isProject(line.source) ? ui::Location::Kind::ProjectDiagram : ui::Location::Kind::DatabaseDiagram;
    } else if (parser.isSet(timeline)) {
        location.kind = ui::Location::Kind::Timeline;
    } else if (parser.isSet(sql)) {
        QFile file(parser.value(sql));
        if (!file.open(QIODevice::ReadOnly))
            return wrong(QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        location.kind = ui::Location::Kind::NewQuery;
        location.text = QString::fromUtf8(file.readAll());
    }
    if (views == 1)
        line.location = location;
    return line;
}

} // namespace joinery::app
