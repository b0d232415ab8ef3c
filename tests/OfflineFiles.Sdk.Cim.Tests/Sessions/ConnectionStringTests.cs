using System.Globalization;
using System.Net;
using OfflineFiles.Sdk.Cim.Sessions.Text;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class ConnectionStringTests
{
    // What is read -> how it is printed.
    [TestCase("cim:", "cim:")]
    [TestCase("CIM:", "cim:")]
    [TestCase("cim:pc-042", "cim:pc-042")]
    [TestCase("cim:10.1.2.3", "cim:10.1.2.3")]
    [TestCase("cim:[fe80::1]", "cim:[fe80::1]")]
    [TestCase("cim:[fe80::1%25eth0]?https=true", "cim:[fe80::1%25eth0]?https=true")]
    [TestCase("cim:pc-042?protocol=wsman", "cim:pc-042")]
    [TestCase("cim:pc-042?Protocol=DCOM", "cim:pc-042?protocol=dcom")]
    [TestCase("cim:pc-042?protocol=wsman&port=5986", "cim:pc-042?port=5986&https=true")]
    [TestCase("cim:pc-042?https=false&port=5986", "cim:pc-042?port=5986&https=false")]
    [TestCase("cim:pc-042?port=5985", "cim:pc-042?port=5985")]
    [TestCase("cim:pc-042?port=5986&HTTPS=True", "cim:pc-042?port=5986&https=true")]
    [TestCase(@"cim:pc-042?user=CONTOSO\admin", @"cim:pc-042?user=CONTOSO\admin")]
    [TestCase("cim:pc-042?user=admin@contoso.com", "cim:pc-042?user=admin@contoso.com")]
    [TestCase("cim:pc-042?user=a%26b%23c%20d", "cim:pc-042?user=a%26b%23c%20d")]
    [TestCase("cim:?namespace=root/interop", "cim:?namespace=root/interop")]
    [TestCase("cim:?namespace=root%2Fcimv2", "cim:")]
    [TestCase("cim:?queryTimeout=INFINITE&operationTimeout=1.02:03:04", "cim:?queryTimeout=infinite&operationTimeout=1.02:03:04")]
    [TestCase("cim:pc?proxy=winhttp", "cim:pc?proxy=winhttp")]
    [TestCase("cim:pc?proxyAuthentication=basic", "cim:pc?proxy=winhttp&proxyAuthentication=basic")]
    [TestCase("cim:pc?culture=de-DE&uiCulture=en-US", "cim:pc?culture=de-DE&uiCulture=en-US")]
    [TestCase("cim:pc?reconnectAttempts=0&reconnectFirstDelay=00:00:01", "cim:pc?reconnectAttempts=0&reconnectFirstDelay=00:00:01")]
    [TestCase("cim:pc?allowAnyPlatform=true&dialect=omi&methodTarget=instance", "cim:pc?dialect=omi&methodTarget=instance&allowAnyPlatform=true")]
    [TestCase("cim:pc?maxConcurrentOperations=4&connectTimeout=00:00:05", "cim:pc?connectTimeout=00:00:05&maxConcurrentOperations=4")]
    public void A_connection_string_is_read_and_printed_in_canonical_form(string text, string canonical)
    {
        var connection = CimConnectionString.Parse(text);

        Assert.That(connection.ToString(), Is.EqualTo(canonical));
        Assert.That(CimConnectionString.Parse(canonical), Is.EqualTo(connection));
    }

    [TestCase("", "connectionString", "does not begin with 'cim:'")]
    [TestCase("pc-042", "connectionString", "Write cim: for this machine, or cim:name?option=value.")]
    [TestCase("cim:pc-042:5986", "connectionString", "Write a port as ?port=, and an address of IPv6 in brackets.")]
    [TestCase("cim:fe80::1", "connectionString", "an address of IPv6 in brackets.")]
    [TestCase("cim:[1:2]", "connectionString", "What the connection string has after cim: is no name of a machine.")]
    [TestCase("cim:[[::1]]", "connectionString", "What the connection string has after cim: is no name of a machine.")]
    [TestCase("cim:[::1%25]", "connectionString", "What the connection string has after cim: is no name of a machine.")]
    [TestCase("cim:[pc]", "connectionString", "What the connection string has after cim: is no name of a machine.")]
    [TestCase("cim://pc", "connectionString", "What the connection string has after cim: is no name of a machine.")]
    [TestCase("cim:admin@pc", "connectionString", "Write cim:machine?user=name, and give the password as an argument.")]
    [TestCase("cim:a b", "connectionString", "without slashes, user or spaces")]
    [TestCase("cim:pc?", "", "has no option ''. Use user, protocol, ")]
    [TestCase("cim:pc?prot=dcom", "prot", "A connection string has no option 'prot'. Use user, protocol, fallBackToDcom, port, ")]
    [TestCase("cim:pc?port=1&&https=true", "", "has no option ''")]
    [TestCase("cim:pc?htps=true", "htps", "has no option 'htps'")]
    [TestCase("cim:pc?port=1&letmein=true", "connectionString", "has no option of the name that stands as number 2. Use user, protocol, ")]
    [TestCase("cim:pc?user=a;b", "connectionString", "has ';' at position 14. Options are joined by &, and in a value it is written %3B.")]
    [TestCase("cim:pc?user=a:b", "user", @"gives user a value that is not valid. Write domain\user or user@domain, and no password.")]
    [TestCase("cim:pc?user=admin=x", "user", @"gives user a value that is not valid. Write domain\user or user@domain, and no password.")]
    [TestCase("cim:pc?user=a=b pw=x", "password", "It is never part of the text")]
    [TestCase("cim:pc?user=a%40b%40c", "user", "gives user a value that is not valid.")]
    [TestCase("cim:pc?namespace=root cimv2", "namespace", "Write a namespace like root/cimv2.")]
    [TestCase("cim:pc?port=http", "port", "gives port a value that is not valid. Write a whole number.")]
    [TestCase("cim:pc?port=-1", "port", "gives port a value that is not valid.")]
    [TestCase("cim:pc?port=", "port", "gives port a value that is not valid.")]
    [TestCase("cim:pc?https", "https", "gives https without a value. Write https= and true or false.")]
    [TestCase("cim:pc?https=yes", "https", "gives https a value that is not valid. Write true or false.")]
    [TestCase("cim:pc?port=1&PORT=1", "port", "gives port twice. Give it once.")]
    [TestCase("cim:pc?protocol=soap", "protocol", "gives protocol a value that is not valid. Write wsman, dcom.")]
    [TestCase("cim:pc?protocol=1", "protocol", "gives protocol a value that is not valid.")]
    [TestCase("cim:pc?authentication=basic,digest", "authentication", "gives authentication a value that is not valid.")]
    [TestCase("cim:pc?queryTimeout=30", "queryTimeout", "gives queryTimeout a value that is not valid. Write a time like 00:02:00, or infinite.")]
    [TestCase("cim:pc?culture=", "culture", "Write the name of a culture, like en-US.")]
    [TestCase("cim:pc?culture=C", "culture", "gives culture a value that is not valid.")]
    [TestCase("cim:pc?namespace=", "namespace", "gives namespace a value that is not valid.")]
    [TestCase("cim:pc?user=u&password=secret", "password", "It is never part of the text: take it out and give it as an argument.")]
    public void What_cannot_be_read_is_named_with_what_is_allowed(string text, string option, string message)
    {
        Assert.That(() => CimConnectionString.Parse(text), Throws.TypeOf<InvalidOptionsException>()
            .With.Property("Option").EqualTo(option).And.Message.Contains(message).And.Message.Not.Contains("secret"));
        Assert.That(CimConnectionString.TryParse(text, out var connection, out var error), Is.False);
        Assert.That(
            (connection, error),
            Is.EqualTo(((CimConnectionString?)null, Assert.Throws<InvalidOptionsException>(() => CimConnectionString.Parse(text))!.Message)));
    }

    [Test]
    public void Nothing_is_no_connection_string()
    {
        Assert.That(CimConnectionString.TryParse(null, out _, out _), Is.False);
        Assert.That(() => CimConnectionString.Parse(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Every_option_that_has_a_text_form_has_a_name()
    {
        string[] without = ["Credential", "Changes", "TimeProvider", "Logger"];
        var expected = typeof(CimBackendOptions).GetProperties().Where(property => !property.GetMethod!.IsStatic).Select(property => property.Name).Except(without);
        var covered = ConnectionStringKey.All.Select(key => key.Name).ToList();

        Assert.That(
            expected.Select(option => option.Replace("UseHttps", "Https", StringComparison.Ordinal))
                .Where(option => !covered.Any(name => name.StartsWith(option, StringComparison.OrdinalIgnoreCase))),
            Is.Empty, "an option needs its line in the table of names, or its place among those without");
    }

    [TestCase(@"cim:pc?user=CONTOSO\admin", "CONTOSO", "admin")]
    [TestCase("cim:pc?user=admin@contoso.com", "", "admin@contoso.com")]
    [TestCase("cim:pc?user=admin", "", "admin")]
    public void The_user_of_the_text_and_the_password_beside_it_make_the_account(string text, string domain, string user)
    {
        var credential = CimConnectionString.Parse(text).WithPassword("pass")!.Credential!;

        Assert.That((credential.Domain, credential.UserName, credential.Password!.Reveal()), Is.EqualTo((domain, user, "pass")));
    }

    [Test]
    public void A_user_without_password_a_password_without_user_and_two_accounts_are_refused()
    {
        Assert.That(
            () => CimBackend.Connect("cim:pc?user=u"), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("no password is given"));
        Assert.That(() => CimBackend.Connect("cim:pc", "p"), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("names no user"));
        Assert.That(
            () => CimBackend.Connect("cim:pc?user=u", "p", new() { Credential = new NetworkCredential("v", "q") }),
            Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("Give one of them."));
    }

    [Test]
    public async Task The_text_is_joined_with_the_options_beside_it_and_checked_as_a_whole()
    {
        var options = new CimBackendOptions { AllowAnyPlatform = true };
        await using var remote = CimBackend.Connect("cim:pc-042?https=true&port=5986", options: options);
        await using var local = CimBackend.Connect("cim:", options: options);

        Assert.That($"{remote.Description} {local.Description}", Is.EqualTo("CIM (pc-042) CIM (this machine)"));
        Assert.That(
            () => CimBackend.Connect("cim:?port=5985", options: options),
            Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("is given for the local machine"));
        Assert.That(
            () => CimBackend.Connect("cim:pc?protocol=dcom&port=5985"),
            Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("Port is given for DCOM"));
    }

    [Test]
    public void A_connection_is_not_read_in_the_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.That(
                CimConnectionString.Parse("CIM:pc?DIALECT=OMI&connecttimeout=00:00:01.5").ToString(),
                Is.EqualTo("cim:pc?connectTimeout=00:00:01.5000000&dialect=omi"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
