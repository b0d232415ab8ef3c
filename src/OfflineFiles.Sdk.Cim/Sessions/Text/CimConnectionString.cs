using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OfflineFiles.Sdk.Cim.Sessions.Text;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Represents a machine and the options to connect to it as one line of text, for the command lines and settings of tools. Immutable.
/// <c>cim:</c> is this machine and <c>cim:pc-042</c> another one. Options follow as in a URL:
/// <c>cim:pc-042?protocol=wsman&amp;https=true&amp;port=5986</c>.
/// </summary>
/// <remarks>
/// <para>
/// The name of an option is the name of the property of <see cref="CimBackendOptions"/> with a lower-case first letter. The exceptions are
/// <c>https</c>, <c>user</c> (<c>domain\user</c> or <c>user@domain</c>), <c>proxy</c>, <c>proxyAuthentication</c>, <c>reconnectAttempts</c>,
/// <c>reconnectFirstDelay</c> and <c>reconnectLongestDelay</c>. The text never holds a password.
/// </para>
/// <para>
/// The case of names and enum values is ignored. A time is written like <c>00:02:00</c> or <c>infinite</c>. An IPv6 address is written in brackets,
/// and characters with a meaning in a URL are escaped with a percent sign. Port 5986, where WinRM listens for https, implies <c>https=true</c>
/// unless the text contains <c>https</c>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(CimBackend.Connect(@"cim:pc-042?user=CONTOSO\admin", password));
/// </code>
/// </example>
[TypeConverter(typeof(TextConverter))]
[JsonConverter(typeof(CimConnectionStringJsonConverter))]
public sealed record CimConnectionString
{
    /// <summary>The name or the address of the machine; null for this machine.</summary>
    /// <value>Default: null.</value>
    public string? Host { get; init; }

    /// <summary>The account on the machine, as <c>domain\user</c> or <c>user@domain</c>; null for the account of the caller.</summary>
    /// <value>Default: null.</value>
    public string? User { get; init; }

    /// <summary>The options to connect.</summary>
    /// <value>Default: <see cref="CimBackendOptions.Default"/>.</value>
    /// <remarks><see cref="ToString"/> leaves out the options that have no text form, for example a clock, a logger or a credential.</remarks>
    public CimBackendOptions Options { get; init; } = CimBackendOptions.Default;

    /// <summary>Parses a connection string. Whether its options contradict each other is checked when a backend is opened with it.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="InvalidOptionsException">
    /// The text is not a valid connection string: for example an option is unknown or given twice, or its value is not valid.
    /// </exception>
    public static CimConnectionString Parse(string text) => Parse(text, CimBackendOptions.Default);

    /// <summary>Parses a connection string. Returns false if the text is not valid.</summary>
    /// <param name="text">The text; null is not valid.</param>
    /// <param name="connection">The connection; null if the text is not valid.</param>
    /// <param name="error">What is wrong and what to write instead; null if the text is valid.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CimConnectionString? connection, [NotNullWhen(false)] out string? error)
    {
        (connection, var fault) = ConnectionStringParser.Parse(text ?? "", CimBackendOptions.Default);
        error = fault?.Message;
        return connection is not null;
    }

    /// <summary>
    /// Returns the canonical text: the options that differ from their default, in a fixed order. To parse it returns an equal connection, except for
    /// the options without a text form.
    /// </summary>
    public override string ToString() => ConnectionStringParser.Print(this);

    internal static CimConnectionString Parse(string text, CimBackendOptions options)
    {
        var (connection, fault) = ConnectionStringParser.Parse(text ?? throw new ArgumentNullException(nameof(text)), options);
        return connection ?? throw new InvalidOptionsException(fault!.Option, fault.Message);
    }

    /// <summary>The options with the account, whose password comes from elsewhere.</summary>
    internal CimBackendOptions WithPassword(string? password)
    {
        if (User is null && password is null) return Options;
        if (User is null)
            throw new InvalidOptionsException(
                "user", "A password is given, and the connection string names no user. Add user=, or leave the password out.");
        if (password is null)
            throw new InvalidOptionsException(
                "password", "The connection string names a user, and no password is given. Give it as an argument.");
        if (Options.Credential is not null)
            throw new InvalidOptionsException("user", "A user is in the connection string and in the options. Give one of them.");
        var slash = User.IndexOf('\\');
        var (domain, user) = slash < 0 ? ("", User) : (User.Substring(0, slash), User.Substring(slash + 1));
        return Options with { Credential = new CimAccount { Domain = domain, UserName = user, Password = password } };
    }

    // For a binder of configuration, a serializer, a designer: a connection string is its text.
    private sealed class TextConverter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string text ? Parse(text) : base.ConvertFrom(context, culture, value);

        public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
            destinationType == typeof(string) ? value?.ToString() : base.ConvertTo(context, culture, value, destinationType);
    }
}
