// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/connect_settings.h"

#include "core/driver/mysql/libmariadb.h"

#include <algorithm>

namespace joinery::driver::mysql {

namespace {

using Tls = ConnectSettings::Tls;

bool isOn(const QString &value)
{
    return value == u"1" || value.compare(u"true", Qt::CaseInsensitive) == 0 || value.compare(u"on", Qt::CaseInsensitive) == 0;
}

std::optional<Tls> tlsMode(QString value)
{
    value = value.toUpper().replace(u'-', u'_');
    if (value == u"DISABLED" || value == u"DISABLE")
        return Tls::Disabled;
    if (value == u"PREFERRED" || value == u"PREFER")
        return Tls::Preferred;
    if (value == u"REQUIRED" || value == u"REQUIRE")
        return Tls::Required;
    // libmariadb checks the name together with the certificate.
    if (value == u"VERIFY_CA" || value == u"VERIFY_IDENTITY" || value == u"VERIFY_FULL")
        return Tls::Verified;
    return {};
}

// False where the key is none that is known.
bool readParameter(ConnectSettings &settings, const QString &key, const QString &value)
{
    const QByteArray text = value.toUtf8();
    const std::pair<const char *, QByteArray *> texts[] = {
        {"unix_socket", &settings.socket}, {"ssl_ca", &settings.ca}, {"ssl_capath", &settings.caPath},
        {"ssl_cert", &settings.certificate}, {"ssl_key", &settings.key}, {"ssl_cipher", &settings.cipher},
        {"ssl_passphrase", &settings.passphrase}, {"init_command", &settings.initCommand}};
    for (const auto &[name, target] : texts) {
        if (key == QLatin1String(name)) {
            *target = text;
            return true;
        }
    }
    static const QStringList forOthers{QStringLiteral("charset"), QStringLiteral("use_unicode"), QStringLiteral("binary_prefix"),
                                       QStringLiteral("local_infile"), QStringLiteral("autocommit"), QStringLiteral("collation")};
    return forOthers.contains(key);
}

} // namespace

Result<ConnectSettings> ConnectSettings::from(const Url &url, const ConnectOptions &options)
{
    ConnectSettings settings;
    settings.host = url.host.toUtf8();
    settings.port = std::max(0, url.port);
    settings.user = url.user.toUtf8();
    settings.password = url.password.toUtf8();
    settings.database = url.database.toUtf8();
    settings.applicationName = options.applicationName.toUtf8();
    settings.timeoutSeconds = std::max(1, options.timeoutSeconds);
    std::optional<Tls> tls;
    for (const auto &[key, value] : url.query) {
        if (key == u"ssl_mode" || key == u"sslmode" || key == u"ssl-mode") {
            tls = tlsMode(value);
            if (!tls)
                return fail(ErrorKind::InvalidInput, QStringLiteral("ssl_mode=%1 is none of disabled, preferred, required, verify_ca "
                                                                    "and verify_identity.").arg(value));
        } else if (key == u"ssl" || key == u"ssl_verify_cert" || key == u"ssl_verify_identity" || key == u"ssl_check_hostname") {
            if (isOn(value))
                tls = key == u"ssl" ? Tls::Required : Tls::Verified;
        } else if (key == u"ssl_disabled") {
            if (isOn(value))
                tls = Tls::Disabled;
        } else if (key == u"connect_timeout") {
            if (const int seconds = value.toInt(); seconds > 0)
                settings.timeoutSeconds = std::min(settings.timeoutSeconds, seconds);
        } else if (!readParameter(settings, key, value)) {
            return fail(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no parameter of a MySQL connection.").arg(key));
        }
    }
    const bool named = !settings.ca.isEmpty() || !settings.caPath.isEmpty();
    // Whoever names an authority wants it to be checked.
    settings.tls = tls.value_or(named ? Tls::Verified : settings.usesTcp() ? Tls::Preferred : Tls::Disabled);
    return settings;
}

QString ConnectSettings::place() const
{
    if (usesTcp())
        return QString::fromUtf8(host) + u':' + QString::number(port > 0 ? port : 3306);
    return socket.isEmpty() ? QStringLiteral("the local server") : QString::fromUtf8(socket);
}

void ConnectSettings::applyTo(st_mysql *handle) const
{
    const auto text = [handle](mysql_option option, const QByteArray &value) {
        if (!value.isEmpty())
            maria().mysql_optionsv(handle, option, value.constData());
    };
    const size_t stack = 512 * 1024; // OpenSSL runs on it
    maria().mysql_optionsv(handle, MYSQL_OPT_NONBLOCK, &stack);
    maria().mysql_optionsv(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    const unsigned int protocol = usesTcp() ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_SOCKET;
    maria().mysql_optionsv(handle, MYSQL_OPT_PROTOCOL, &protocol);
    const unsigned int localFiles = 0; // a server must not be able to ask for files of this machine
    maria().mysql_optionsv(handle, MYSQL_OPT_LOCAL_INFILE, &localFiles);
    maria().mysql_optionsv(handle, MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", applicationName.constData());
    const unsigned int seconds = unsigned(timeoutSeconds); // the handshake of TLS is waited for by the library itself
    maria().mysql_optionsv(handle, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    text(MYSQL_INIT_COMMAND, initCommand);
    if (tls == Tls::Disabled)
        return;
    maria().mysql_ssl_set(handle, key.isEmpty() ? nullptr : key.constData(), certificate.isEmpty() ? nullptr : certificate.constData(),
                  ca.isEmpty() ? nullptr : ca.constData(), caPath.isEmpty() ? nullptr : caPath.constData(),
                  cipher.isEmpty() ? nullptr : cipher.constData());
    text(MARIADB_OPT_TLS_PASSPHRASE, passphrase);
    const my_bool enforced = 1; // with 0 the library would not even try
    if (tls != Tls::Preferred)
        maria().mysql_optionsv(handle, MYSQL_OPT_SSL_ENFORCE, &enforced);
    const my_bool verified = tls == Tls::Verified;
    maria().mysql_optionsv(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verified);
}

} // namespace joinery::driver::mysql
