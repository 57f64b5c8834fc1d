// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_form.h"

#include "core/worker/statement_timeout.h"
#include "ui/common/dialogs.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace joinery::ui {

namespace {

QIcon dot(Environment environment)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(environmentColor(environment));
    painter.drawEllipse(QRectF(8, 8, 16, 16));
    return QIcon(pixmap);
}

int usualPort(const QString &dialect)
{
    return dialect == u"postgresql" ? 5432 : dialect == u"mysql" ? 3306 : -1;
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_address = new QLineEdit(this);
    m_address->setFont(theme().monospaced());
    m_address->setPlaceholderText(QStringLiteral("postgresql://user@localhost:5432/shop"));
    m_engine = new QComboBox(this);
    for (const char *dialect : {"postgresql", "mysql", "sqlite"})
        m_engine->addItem(engineName(QLatin1String(dialect)), QString::fromLatin1(dialect));
    m_engine->addItem(tr("ODBC / other"), QStringLiteral("odbc"));
    m_fileRow = fileRow();
    m_source = new QLineEdit(this);
    m_source->setPlaceholderText(QStringLiteral("NAME, Driver={SQL Server};Server=host;Database=shop"));
    m_source->setToolTip(tr("The name of a data source of odbc.ini, or a connection string: Key=Value;Key=Value"));
    m_host = new QLineEdit(this);
    m_host->setPlaceholderText(QStringLiteral("localhost"));
    m_port = new QLineEdit(this);
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_user = new QLineEdit(this);
    m_password = new QLineEdit(this);
    m_password->setEchoMode(QLineEdit::Password);
    m_keep = new QCheckBox(tr("Keep the password in the system's keychain"), this);
    m_database = new QLineEdit(this);
    m_name = new QLineEdit(this);
    m_environment = new QComboBox(this);
    for (const auto environment : {Environment::Development, Environment::Staging, Environment::Production})
        m_environment->addItem(dot(environment), environmentName(environment), int(environment));
    m_timeout = new QLineEdit(this);
    m_timeout->setPlaceholderText(tr("none"));
    m_timeout->setToolTip(tr("How many seconds a statement may take before it is cancelled at the server"));
    m_readOnly = new QCheckBox(tr("Read-only: the server itself refuses every write"), this);

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft);
    m_layout->setHorizontalSpacing(16);
    m_layout->setVerticalSpacing(8);
    m_layout->addRow(tr("&URL"), m_address);
    m_layout->addRow(tr("&Engine"), m_engine);
    m_layout->addRow(tr("&File"), m_fileRow);
    m_layout->addRow(tr("Data sour&ce"), m_source);
    m_layout->addRow(tr("&Host"), m_host);
    m_layout->addRow(tr("&Port"), m_port);
    m_layout->addRow(tr("U&ser"), m_user);
    m_layout->addRow(tr("Pass&word"), m_password);
    m_layout->addRow(QString(), m_keep);
    m_layout->addRow(tr("&Database"), m_database);
    auto *line = new QFrame(this);
    line->setProperty("role", "line");
    m_layout->addRow(line);
    m_layout->addRow(tr("&Name"), m_name);
    m_layout->addRow(tr("En&vironment"), m_environment);
    m_layout->addRow(tr("Statement &timeout (s)"), m_timeout);
    m_layout->addRow(QString(), m_readOnly);
    if (auto *label = qobject_cast<QLabel *>(m_layout->labelForField(m_fileRow)))
        label->setBuddy(m_file);
    m_file->setAccessibleName(tr("File"));

    connect(m_address, &QLineEdit::textEdited, this, &ConnectionForm::takeUrl);
    for (QLineEdit *field : {m_file, m_source, m_host, m_port, m_user, m_password, m_database, m_timeout})
        connect(field, &QLineEdit::textEdited, this, &ConnectionForm::takeFields);
    connect(m_engine, &QComboBox::activated, this, &ConnectionForm::takeFields);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { m_named = !text.isEmpty(); });
    m_url.dialect = m_url.scheme = QStringLiteral("postgresql");
    showUrl(m_url);
}

QWidget *ConnectionForm::fileRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_file = new QLineEdit(row);
    m_browse = new QPushButton(tr("Browse…"), row);
    layout->addWidget(m_file);
    layout->addWidget(m_browse);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        dialogs::openFile(this, tr("Open a database file"), tr("SQLite databases (*.db *.sqlite *.sqlite3 *.db3);;All files (*)"),
                          [this](const QString &path) {
                              m_file->setText(path);
                              takeFields();
                          });
    });
    return row;
}

void ConnectionForm::setDraft(const ConnectionDraft &draft)
{
    m_named = !draft.name.isEmpty();
    m_name->setText(draft.name);
    m_environment->setCurrentIndex(qMax(0, m_environment->findData(int(draft.environment))));
    m_readOnly->setChecked(draft.target.readOnly);
    m_keep->setChecked(draft.keepPassword);
    m_url = draft.target.url;
    m_password->setText(m_url.password);
    m_address->setText(m_url.toStorageString());
    showUrl(m_url);
}

Result<ConnectionDraft> ConnectionForm::draft() const
{
    if (!m_mistake.isEmpty() || m_address->text().trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput, m_mistake.isEmpty() ? tr("Give a URL, or fill in the fields.") : m_mistake);
    ConnectionDraft draft;
    draft.target.url = m_url;
    draft.target.readOnly = m_readOnly->isChecked();
    draft.environment = Environment(m_environment->currentData().toInt());
    draft.name = m_name->text().trimmed().isEmpty() ? suggestedName(m_url) : m_name->text().trimmed();
    draft.keepPassword = m_keep->isChecked() && m_url.hasPassword;
    return draft;
}

void ConnectionForm::takeUrl()
{
    const QString text = m_address->text().trimmed();
    Result<driver::Url> url = driver::Url::parse(text);
    m_mistake = url || text.isEmpty() ? QString() : url.error().message;
    m_address->setProperty("valid", m_mistake.isEmpty());
    style()->polish(m_address);
    if (url) {
        if (!url->hasPassword && !m_password->text().isEmpty()) {
            url->password = m_password->text();
            url->hasPassword = true;
        }
        m_url = *std::move(url);
        showUrl(m_url);
    }
    Q_EMIT changed();
}

void ConnectionForm::takeFields()
{
    if (m_following)
        return;
    const Result<driver::Url> url = urlOfFields();
    m_mistake = url ? QString() : url.error().message;
    m_address->setProperty("valid", url.has_value());
    style()->polish(m_address);
    if (!url) {
        Q_EMIT changed();
        return;
    }
    m_url = *url;
    // The password stays out of the line that everybody can read.
    m_address->setText(m_url.toStorageString());
    showEngine();
    if (!m_named)
        m_name->setText(suggestedName(m_url));
    Q_EMIT changed();
}

Result<driver::Url> ConnectionForm::urlOfFields() const
{
    JOINERY_TRY_VALUE(const driver::Url url, serverOfFields());
    return worker::withStatementTimeout(url, m_timeout->text().trimmed());
}

Result<driver::Url> ConnectionForm::serverOfFields() const
{
    driver::Url url = m_url;
    const QString dialect = m_engine->currentData().toString();
    if (dialect == u"odbc") {
        JOINERY_TRY_VALUE(driver::Url source, driver::Url::odbc(m_source->text().trimmed()));
        if (!m_user->text().isEmpty())
            source.user = m_user->text();
        if (!m_password->text().isEmpty()) {
            source.password = m_password->text();
            source.hasPassword = true;
        }
        return source;
    }
    if (url.dialect != dialect) {
        url.scheme = dialect;
        url.query.clear();
    }
    url.dialect = dialect;
    if (dialect == u"sqlite")
        return driver::Url::sqliteFile(m_file->text());
    url.host = m_host->text().trimmed();
    url.port = m_port->text().isEmpty() ? -1 : m_port->text().toInt();
    url.user = m_user->text();
    url.password = m_password->text();
    url.hasPassword = !m_password->text().isEmpty();
    url.database = m_database->text();
    return url;
}

void ConnectionForm::showUrl(const driver::Url &url)
{
    m_following = true;
    const int engine = m_engine->findData(url.dialect);
    m_engine->setCurrentIndex(engine < 0 ? m_engine->findData(QStringLiteral("odbc")) : engine);
    const bool file = url.dialect == u"sqlite";
    m_file->setText(file ? url.database : QString());
    const bool odbc = url.dialect == u"odbc";
    m_source->setText(odbc ? worker::withoutStatementTimeout(url).odbcSource() : QString());
    m_host->setText(odbc ? QString() : url.host);
    m_port->setText(url.port > 0 ? QString::number(url.port) : QString());
    m_user->setText(url.user);
    if (url.hasPassword)
        m_password->setText(url.password);
    m_database->setText(file ? QString() : url.database);
    m_timeout->setText(worker::statementTimeout(url));
    showEngine();
    if (!m_named)
        m_name->setText(m_address->text().isEmpty() ? QString() : suggestedName(url));
    m_following = false;
}

void ConnectionForm::showEngine()
{
    const QString dialect = m_engine->currentData().toString();
    const bool file = dialect == u"sqlite";
    const auto setRowVisible = [this](QWidget *field, bool visible) {
        field->setVisible(visible);
        if (QWidget *label = m_layout->labelForField(field))
            label->setVisible(visible);
    };
    setRowVisible(m_fileRow, file);
    const bool odbc = dialect == u"odbc";
    setRowVisible(m_source, odbc);
    for (QWidget *field : std::initializer_list<QWidget *>{m_host, m_port, m_database})
        setRowVisible(field, !file && !odbc);
    for (QWidget *field : std::initializer_list<QWidget *>{m_user, m_password, m_keep})
        setRowVisible(field, !file);
    const int port = usualPort(dialect);
    m_port->setPlaceholderText(port > 0 ? QString::number(port) : QString());
}

} // namespace joinery::ui
