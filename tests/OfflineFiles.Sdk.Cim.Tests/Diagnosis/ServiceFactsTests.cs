using OfflineFiles.Sdk.Cim.Diagnosis;

namespace OfflineFiles.Sdk.Cim.Tests.Diagnosis;

/// <summary>What the facts that could be read say together. The columns: enabled, active, the service may start, it runs, the driver runs.</summary>
public sealed class ServiceFactsTests
{
    [TestCase("yes yes yes yes yes", OfflineFilesServiceState.Running)]
    [TestCase("yes no  yes no  yes", OfflineFilesServiceState.Stopped)]
    [TestCase("yes no  yes no  ?  ", OfflineFilesServiceState.Stopped)]
    [TestCase("yes no  yes no  no ", OfflineFilesServiceState.EnabledAfterRestart)]
    [TestCase("yes no  yes yes no ", OfflineFilesServiceState.EnabledAfterRestart)]
    [TestCase("no  yes no  yes yes", OfflineFilesServiceState.DisabledAfterRestart)]
    [TestCase("no  no  no  no  no ", OfflineFilesServiceState.Disabled)]
    [TestCase("yes no  no  no  yes", OfflineFilesServiceState.Disabled, Description = "a service that may not start is disabled, whatever the feature is set to")]
    // Services and drivers may not be listed.
    [TestCase("yes yes ?   ?   ?  ", OfflineFilesServiceState.Running)]
    [TestCase("no  yes ?   ?   ?  ", OfflineFilesServiceState.DisabledAfterRestart)]
    [TestCase("no  no  ?   ?   ?  ", OfflineFilesServiceState.Disabled)]
    [TestCase("yes no  ?   ?   ?  ", OfflineFilesServiceState.Unknown, Description = "stopped, or waiting for a restart")]
    // No cache object came.
    [TestCase("?   ?   yes yes yes", OfflineFilesServiceState.Running)]
    [TestCase("?   ?   yes yes ?  ", OfflineFilesServiceState.Unknown)]
    [TestCase("?   ?   yes no  yes", OfflineFilesServiceState.Stopped)]
    [TestCase("?   ?   yes no  no ", OfflineFilesServiceState.EnabledAfterRestart)]
    [TestCase("?   ?   no  yes yes", OfflineFilesServiceState.DisabledAfterRestart)]
    [TestCase("?   ?   no  no  ?  ", OfflineFilesServiceState.Disabled)]
    [TestCase("?   ?   ?   no  ?  ", OfflineFilesServiceState.Stopped)]
    [TestCase("?   ?   ?   ?   ?  ", OfflineFilesServiceState.Unknown)]
    public void The_facts_say_together_how_the_service_stands(string facts, OfflineFilesServiceState expected)
    {
        var known = facts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact == "?" ? (bool?)null : fact == "yes").ToArray();

        Assert.That(new ServiceFacts(known[0], known[1], known[2], known[3], known[4]).State, Is.EqualTo(expected));
    }
}
