// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/script.h"
#include "app/cli/source.h"
#include "core/diagram/detail.h"
#include "core/diagram/diagram_json.h"
#include "core/diagram/paint/render.h"

#include <QFileInfo>

namespace joinery::cli {

namespace {

class Render : public Command
{
public:
    Render() : Command("render", "Draw the relationship diagram as SVG, PNG or PDF") {}

    bool paints() const override { return true; }

    void declare(Arguments &arguments) override
    {
        arguments.required(m_file, "file", "FILE.svg, FILE.png or FILE.pdf");
        arguments.optional(m_source, "--source", "A source, as of inspect (default: the project's models)");
        arguments.choice(m_dialect, "--dialect", dialectNames(), "Whose SQL a script is in (default: SQLite)");
        arguments.optional(m_via, "--via", "A server that runs a .sql script, on a scratch database that is dropped again");
        arguments.optional(m_diagram, "--diagram", "A diagram of the project: its tables stand where they were put");
        arguments.optional(m_tables, "--tables", "Only these, separated by commas");
        arguments.optional(m_hops, "--hops", "With --tables: also what is this many relations away");
        arguments.choice(m_detail, "--detail", {QStringLiteral("names"), QStringLiteral("keys"), QStringLiteral("all")},
                         "How much of a table is shown (default: all)");
        arguments.choice(m_layout, "--layout", {QStringLiteral("layered"), QStringLiteral("force")}, "Default: layered");
        arguments.choice(m_theme, "--theme", {QStringLiteral("light"), QStringLiteral("dark")}, "Default: light");
    }

    Result<ExitCode> run(Context &context) override
    {
        static const QStringList kFormats = {QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("pdf")};
        if (!kFormats.contains(QFileInfo(m_file).suffix().toLower()))
            return context.usage(QStringLiteral("%1 must end in .svg, .png or .pdf.").arg(m_file));
        JOINERY_TRY_VALUE(const paint::RenderOptions options, readOptions(context));
        JOINERY_TRY_VALUE(const Source source, readSource(context, m_source.isEmpty() ? QStringLiteral("@") : m_source, {m_dialect, {}, m_via}));
        JOINERY_TRY(context.token().check());
        JOINERY_TRY(paint::render(source.catalog, options, m_file));
        if (context.options().json)
            JOINERY_TRY(context.output().write(QJsonObject{{QStringLiteral("file"), m_file},
                                                           {QStringLiteral("tables"), qint64(source.catalog.tables.size())}}));
        context.output().note(QStringLiteral("Wrote %1.").arg(m_file));
        return ExitCode::Done;
    }

private:
    Result<paint::RenderOptions> readOptions(Context &context) const
    {
        paint::RenderOptions options;
        options.detail = diagram::detailFromKey(m_detail).value_or(diagram::Detail::All);
        if (m_layout == QLatin1String("force"))
            options.arrangement = diagram::Arrangement::Force;
        if (m_theme == QLatin1String("dark"))
            options.look = diagram::Look::dark();
        options.tables = m_tables.split(u',', Qt::SkipEmptyParts);
        bool number = true;
        options.hops = m_hops.isEmpty() ? 0 : m_hops.toInt(&number);
        if (!number || options.hops < 0)
            return context.usage(QStringLiteral("\"%1\" is no number of relations.").arg(m_hops));
        options.title = m_source.isEmpty() ? QString() : QFileInfo(m_source).completeBaseName();
        if (!m_diagram.isEmpty()) {
            JOINERY_TRY_VALUE(const project::Project project, context.openProject());
            JOINERY_TRY_VALUE(const QJsonObject json, project.loadDiagram(m_diagram));
            if (json.isEmpty())
                return fail(ErrorKind::Undefined, QStringLiteral("The project has no diagram \"%1\".").arg(m_diagram));
            JOINERY_TRY_VALUE(options.placed, diagram::diagramFromJson(json));
            if (m_detail.isEmpty())
                options.detail = options.placed->detail;
        }
        return options;
    }

    QString m_file, m_source, m_diagram, m_tables, m_hops, m_detail, m_layout, m_theme, m_dialect, m_via;
};

} // namespace

std::unique_ptr<Command> makeRender()
{
    return std::make_unique<Render>();
}

} // namespace joinery::cli
