// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <CLI/CLI.hpp>

namespace joinery::cli {

namespace {

CLI::Option *text(CLI::App &app, QString &target, const char *names, const char *help)
{
    CLI::Option *option = app.add_option_function<std::string>(
        names, [&target](const std::string &value) { target = QString::fromStdString(value); }, help);
    return option->type_name("TEXT");
}

CLI::Option *texts(CLI::App &app, QStringList &target, const char *names, const char *help)
{
    CLI::Option *option = app.add_option_function<std::vector<std::string>>(
        names,
        [&target](const std::vector<std::string> &values) {
            for (const std::string &value : values)
                target.append(QString::fromStdString(value));
        },
        help);
    option->type_name("TEXT");
    // `--schema a b`: b is not a second schema.
    if (names[0] == '-')
        option->allow_extra_args(false);
    return option;
}

} // namespace

void Arguments::required(QString &target, const char *names, const char *help)
{
    text(m_app, target, names, help)->required();
}

void Arguments::optional(QString &target, const char *names, const char *help)
{
    text(m_app, target, names, help);
}

void Arguments::optional(std::optional<QString> &target, const char *names, const char *help)
{
    m_app.add_option_function<std::string>(
             names, [&target](const std::string &value) { target = QString::fromStdString(value); }, help)
        ->type_name("TEXT");
}

void Arguments::choice(QString &target, const char *names, const QStringList &choices, const char *help)
{
    std::vector<std::string> words;
    for (const QString &choice : choices)
        words.push_back(choice.toStdString());
    text(m_app, target, names, help)->check(CLI::IsMember(words))->type_name(choices.join(u'|').toStdString());
}

void Arguments::list(QStringList &target, const char *names, const char *help)
{
    texts(m_app, target, names, help);
}

void Arguments::requiredList(QStringList &target, const char *names, const char *help)
{
    texts(m_app, target, names, help)->required();
}

void Arguments::flag(bool &target, const char *names, const char *help)
{
    m_app.add_flag(names, target, help);
}

void Arguments::exclude(const char *one, const char *other)
{
    m_app.get_option(one)->excludes(m_app.get_option(other));
}

} // namespace joinery::cli
