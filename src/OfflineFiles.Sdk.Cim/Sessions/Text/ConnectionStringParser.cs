namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>Parses and prints connection strings. A fault names the option, never the whole text, which may contain a password by mistake.</summary>
internal static class ConnectionStringParser
{
    private const string Scheme = "cim:";
    private const string WholeText = "connectionString";

    public sealed record Fault(string Option, string Message);

    public static (CimConnectionString? Connection, Fault? Fault) Parse(string text, CimBackendOptions options)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Failed(WholeText, "The connection string does not begin with 'cim:'. Write cim: for this machine, or cim:name?option=value.");
        var query = text.IndexOf('?');
        var host = text.Substring(Scheme.Length, (query < 0 ? text.Length : query) - Scheme.Length);
        if (Host(host) is not { } name) return Failed(WholeText, HostFault(host));
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
        foreach (var option in options)
        {
            var parts = option.Split(['='], 2);
            var name = Uri.UnescapeDataString(parts[0]);
            if (name.Equals("password", StringComparison.OrdinalIgnoreCase))
                return Failed(name, "The connection string holds a password. It is never part of the text: take it out and give it as an argument.");
            if (ConnectionStringKey.Find(name) is not { } key)
                return Failed(name, $"A connection string has no option '{name}'. "
                    + $"Use {string.Join(", ", ConnectionStringKey.All.Select(known => known.Name))}.");
            if (!seen.Add(name)) return Failed(key.Name, $"The connection string gives {key.Name} twice. Give it once.");
            if (parts.Length < 2)
                return Failed(key.Name, $"The connection string gives {key.Name} without a value. Write {key.Name}= and {key.Allowed}.");
            var value = Uri.UnescapeDataString(parts[1]);
            if (key.Read(value, connection) is not { } read)
                return Failed(key.Name, $"The connection string gives {key.Name} as '{value}'. Write {key.Allowed}.");
            connection = read;
        }

        if (!seen.Contains(ConnectionStringKey.Https) && ConnectionStringKey.MeansHttps(connection.Options))
            connection = connection with { Options = connection.Options with { UseHttps = true } };
        return (connection, null);
    }

    // An address of IPv6 stands in brackets, as in a URL.
    private static string? Host(string text)
    {
        var isBracketed = text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']';
        var name = Uri.UnescapeDataString(isBracketed ? text.Substring(1, text.Length - 2) : text);
        var isName = !name.Any(c => c is '/' or '\\' or '[' or ']' or '@' || char.IsWhiteSpace(c) || char.IsControl(c));
        return isName && isBracketed == name.Contains(':') ? name : null;
    }

    private static string HostFault(string text) => text.Contains(':') && !text.Contains('[')
        ? $"The connection string names the machine '{text}'. Write a port as ?port=, and an address of IPv6 in brackets."
        : $"The connection string names the machine '{text}', which is no name of one. Write its name or address, without slashes, user or spaces.";

    private static string PrintHost(string? host) => host is null ? "" : host.Contains(':') ? $"[{Escape(host)}]" : Escape(host);

    // What may stand in a query of a URL stays readable.
    private static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%2F", "/").Replace("%3A", ":").Replace("%40", "@").Replace("%5C", "\\");

    private static (CimConnectionString?, Fault?) Failed(string option, string message) => (null, new Fault(option, message));
}
