namespace OfflineFiles.Sdk.Cim.Sessions.Text;

/// <summary>One name that may stand in a connection string: how its value is read into a connection, and printed of one.</summary>
/// <param name="Name">The name, compared ignoring case.</param>
/// <param name="Allowed">What may be written, as the end of a sentence.</param>
/// <param name="Read">The connection with the value; null when the text is none.</param>
/// <param name="Print">The text of the value; null when it is the default and need not be written.</param>
internal sealed record ConnectionKey(
    string Name, string Allowed, Func<string, CimConnectionString, CimConnectionString?> Read, Func<CimConnectionString, string?> Print)
{
    /// <summary>An option that is written unless it is at its default.</summary>
    public static ConnectionKey Of<T>(
        string name, TextForm<T> form, Func<CimBackendOptions, T> get, Func<CimBackendOptions, T, CimBackendOptions> set) =>
        Optional(name, form, options => (!EqualityComparer<T>.Default.Equals(get(options), get(CimBackendOptions.Default)), get(options)), set);

    /// <summary>An option that is written when it has a value.</summary>
    public static ConnectionKey Optional<T>(
        string name, TextForm<T> form, Func<CimBackendOptions, (bool Has, T Value)> get, Func<CimBackendOptions, T, CimBackendOptions> set) => new(
        name,
        form.Allowed,
        (text, connection) => form.Read(text) is { } read ? connection with { Options = set(connection.Options, read.Value) } : null,
        connection => get(connection.Options) is (true, var value) ? form.Print(value) : null);
}
