namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>
/// Parses and prints connection strings. People put passwords where they do not belong, so a fault quotes nothing of the text but the names of
/// options, and what is nearly one.
/// </summary>
internal static class ConnectionStringParser
{
    private const string Scheme = "cim:";
    private const string WholeText = "connectionString";

    private const string Password =
        "The connection string holds a password. It is never part of the text: take it out and give it as an argument.";

    public sealed record Fault(string Option, string Message);

    public static (CimConnectionString? Connection, Fault? Fault) Parse(string text, CimBackendOptions options)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Failed(WholeText, "The connection string does not begin with 'cim:'. Write cim: for this machine, or cim:name?option=value.");
        if (Separator(text) is { } separator) return Failed(WholeText, separator);
        var query = text.IndexOf('?');
        var host = text.Substring(Scheme.Length, (query < 0 ? text.Length : query) - Scheme.Length);
        if (Host(host) is not { } name) return Failed(WholeText, HostFault(Uri.UnescapeDataString(host)));
        var connection = new CimConnectionString { Host = name.Length == 0 ? null : name, Options = options };
        return query < 0 ? (connection, null) : Options(connection, text.Substring(query + 1).Split('&'));
    }

    public static string Print(CimConnectionString connection)
    {
        var options =
            from key in ConnectionStringKey.All
            let value = key.Print(connection)
            where value is not null
            select $"{key.Name}={Escape(value)}";
        var text = string.Join("&", options);
        return $"{Scheme}{PrintHost(connection.Host)}{(text.Length == 0 ? "" : "?")}{text}";
    }

    private static (CimConnectionString?, Fault?) Options(CimConnectionString connection, string[] options)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < options.Length; i++)
        {
            var parts = options[i].Split(['='], 2);
            var name = Uri.UnescapeDataString(parts[0]);
            if (SecretWords.AreIn(name)) return Failed("password", Password);
            if (ConnectionStringKey.Find(name) is not { } key) return Failed(Known(name) ?? WholeText, NoOption(name, i + 1));
            if (!seen.Add(name)) return Failed(key.Name, $"The connection string gives {key.Name} twice. Give it once.");
            if (parts.Length < 2)
                return Failed(key.Name, $"The connection string gives {key.Name} without a value. Write {key.Name}= and {key.Allowed}.");
            var value = Uri.UnescapeDataString(parts[1]);
            if (SecretWords.AreSetIn(value)) return Failed("password", Password);
            if (key.Read(value, connection) is not { } read)
                return Failed(key.Name, $"The connection string gives {key.Name} a value that is not valid. Write {key.Allowed}.");
            connection = read;
        }

        if (!seen.Contains(ConnectionStringKey.Https) && ConnectionStringKey.MeansHttps(connection.Options))
            connection = connection with { Options = connection.Options with { UseHttps = true } };
        return (connection, null);
    }

    // An address of IPv6 stands in brackets, as in a URL. No name at all is this machine.
    private static string? Host(string text)
    {
        var isBracketed = text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']';
        var name = Uri.UnescapeDataString(isBracketed ? text.Substring(1, text.Length - 2) : text);
        return name.Length == 0 || (HostSyntax.IsHost(name) && isBracketed == name.Contains(':')) ? name : null;
    }

    private static string HostFault(string text) => HostSyntax.Fault(
        text,
        "The connection string",
        "Write cim:machine?user=name, and give the password as an argument.",
        "Write a port as ?port=, and an address of IPv6 in brackets.",
        "What the connection string has after cim: is no name of a machine.");

    // What other connection strings have between or after their options: what follows it would become a part of a value.
    private static string? Separator(string text) => text.IndexOfAny([';', '#']) switch
    {
        < 0 => null,
        var at => $"The connection string has '{text[at]}' at position {at + 1}. "
            + $"Options are joined by &, and in a value it is written %{(int)text[at]:X2}.",
    };

    private static string NoOption(string name, int number) =>
        $"A connection string has no option {(Known(name) is { } known ? $"'{known}'" : $"of the name that stands as number {number}")}. "
        + $"Use {string.Join(", ", ConnectionStringKey.All.Select(key => key.Name))}.";

    // A name may be quoted if an option begins with it, or is but a letter away: it can be no secret then.
    private static string? Known(string name) =>
        name.Length == 0 || ConnectionStringKey.All.Any(key => name.Length > 2 && (StartsWith(key.Name, name) || IsNear(key.Name, name))) ? name : null;

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    // The same but for one place, where a letter is missing, added or another.
    private static bool IsNear(string option, string name)
    {
        if (Math.Abs(option.Length - name.Length) > 1 || option.Length < 5) return false;
        var same = 0;
        var shorter = Math.Min(option.Length, name.Length);
        while (same < shorter && char.ToUpperInvariant(option[same]) == char.ToUpperInvariant(name[same])) same++;
        var rest = shorter - same;
        if (option.Length == name.Length) rest--;
        return rest <= 0 || option.EndsWith(name.Substring(name.Length - rest), StringComparison.OrdinalIgnoreCase);
    }

    private static string PrintHost(string? host) => host is null ? "" : host.Contains(':') ? $"[{Escape(host)}]" : Escape(host);

    // What may stand in a query of a URL stays readable.
    private static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%2F", "/").Replace("%3A", ":").Replace("%40", "@").Replace("%5C", "\\");

    private static (CimConnectionString?, Fault?) Failed(string option, string message) => (null, new Fault(option, message));
}
