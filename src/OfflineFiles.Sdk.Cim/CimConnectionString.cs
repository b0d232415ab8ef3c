using System.Diagnostics.CodeAnalysis;
using System.Net;
using OfflineFiles.Sdk.Cim.Sessions.Text;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The text form of a machine and how to reach it, for the command lines and settings of tools. Immutable.
/// <c>cim:</c> is this machine, <c>cim:pc-042</c> another; options follow like those of a URL:
/// <c>cim:pc-042?protocol=wsman&amp;https=true&amp;port=5986</c>.
/// </summary>
/// <remarks>
/// An option is named like the property of <see cref="CimBackendOptions"/>, with a small first letter, except <c>https</c>,
/// <c>user</c> (<c>domain\user</c> or <c>user@domain</c>) and the parts of larger ones: <c>proxy</c> and <c>proxyAuthentication</c>,
/// <c>reconnectAttempts</c>, <c>reconnectFirstDelay</c> and <c>reconnectLongestDelay</c>. Names and choices are read ignoring case, times are
/// like <c>00:02:00</c> or <c>infinite</c>. Port 5986, where WinRM listens for https, means <c>https=true</c> unless <c>https</c> is given.
/// Characters that mean something in a URL are escaped with a percent sign; an address of IPv6 stands in brackets. A password is never part
/// of the text.
/// </remarks>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(CimBackend.Connect(@"cim:pc-042?user=CONTOSO\admin", password));
/// </code>
/// </example>
public sealed record CimConnectionString
{
    /// <summary>The other machine; null for this one.</summary>
    /// <value>Default: null.</value>
    public string? Host { get; init; }

    /// <summary>The account to use there, <c>domain\user</c> or <c>user@domain</c>; null for the caller's.</summary>
    /// <value>Default: null.</value>
    public string? User { get; init; }

    /// <summary>How to reach it. What has no text form (a clock, a credential, that of a proxy) is left out when the connection is printed.</summary>
    /// <value>Default: <see cref="CimBackendOptions.Default"/>.</value>
    public CimBackendOptions Options { get; init; } = CimBackendOptions.Default;

    /// <summary>Reads a connection string. Whether its options go together is found out when a backend is made of it.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="InvalidOptionsException">The text is none: an option is unknown, given twice, or its value cannot be read.</exception>
    public static CimConnectionString Parse(string text) => Parse(text, CimBackendOptions.Default);

    /// <summary>Reads a connection string without throwing.</summary>
    /// <param name="text">The text; null is not valid, like an empty text.</param>
    /// <param name="connection">The result; null when the text is none.</param>
    /// <param name="error">What is wrong and what to write instead; null when the text is one.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CimConnectionString? connection, [NotNullWhen(false)] out string? error)
    {
        (connection, var fault) = ConnectionParser.Parse(text ?? "", CimBackendOptions.Default);
        error = fault?.Message;
        return connection is not null;
    }

    /// <summary>The canonical text: options that are not at their default, in a fixed order. Reading it gives an equal connection.</summary>
    public override string ToString() => ConnectionParser.Print(this);

    internal static CimConnectionString Parse(string text, CimBackendOptions options)
    {
        var (connection, fault) = ConnectionParser.Parse(text ?? throw new ArgumentNullException(nameof(text)), options);
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
                "password", $"The connection string names the user {User}, and no password is given. Give it as an argument.");
        if (Options.Credential is not null)
            throw new InvalidOptionsException("user", "A user is in the connection string and in the options. Give one of them.");
        var slash = User.IndexOf('\\');
        var (domain, user) = slash < 0 ? ("", User) : (User.Substring(0, slash), User.Substring(slash + 1));
        return Options with { Credential = new NetworkCredential(user, password, domain) };
    }
}
