using System.Net;
using GaitSense.Clinic.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GaitSense.Clinic.Tests;

/// <summary>Every route against every identity: who is not in its line is refused, whatever else is wrong with the request.</summary>
public sealed class RouteTableTests
{
    private const string Base = "/api/v1";

    [Fact]
    public async Task EachRoute_HasALineInTheTable()
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        string[] mapped = [.. host.Server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => !IsHub(e)).SelectMany(Lines).Distinct(StringComparer.Ordinal)];
        mapped.ShouldNotBeEmpty();
        mapped.Except(RouteTable.Routes.Select(r => $"{r.Method} {r.Path}"), StringComparer.Ordinal).ShouldBeEmpty();
        RouteTable.Routes.Select(r => $"{r.Method} {r.Path}").Except(mapped, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task EachRoute_IsOpenToThoseInItsLine_AndToNobodyElse()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        Desk clinician = await host.SignedInAsync("pt", Roles.Clinician);
        Guid person = await clinician.AddPersonAsync("P01");
        Dictionary<char, Desk> who = new()
        {
            ['N'] = host.Nobody(),
            ['W'] = await host.SignedInAsync("walker", Roles.Walker),
            ['C'] = clinician,
            ['R'] = await host.SignedInAsync("researcher", Roles.Researcher),
            ['A'] = await host.SignedInAsync("chief", Roles.Admin),
            ['D'] = await host.PhoneAsync(clinician, person),
        };
        List<string> wrong = [];
        // Signing out comes last: it ends what the others need.
        foreach (var route in RouteTable.Routes.OrderBy(r => r.Path.EndsWith("sign-out", StringComparison.Ordinal)))
        {
            foreach ((char letter, Desk desk) in who)
            {
                using HttpResponseMessage answer = await desk.SendAsync(route.Method, Concrete(route.Path), route.Method is "GET" or "DELETE" ? null : new { });
                bool may = route.Who.Contains(letter, StringComparison.Ordinal);
                bool isRefused = answer.StatusCode is HttpStatusCode.Unauthorized || (letter is not 'N' && answer.StatusCode == HttpStatusCode.Forbidden);
                bool mayBeSo = may ? answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed) || IsItsOwnRefusal(route.Path) : isRefused;
                if (!mayBeSo || (int)answer.StatusCode == 500) wrong.Add($"{letter} {route.Method} {route.Path}: {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsNoRoute_IsClosed()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        (await host.Nobody().GetAsync("nothing")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Admin.GetAsync("nothing")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    // Its methods are held to the same by LiveWalkTests.
    private static bool IsHub(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.StartsWith("/live", StringComparison.Ordinal);

    // What proves who one is answers itself, to those who did not.
    private static bool IsItsOwnRefusal(string path) => path is "/setup" or "/auth/sign-in" or "/auth/reset" or "/auth/passkey/sign-in" or "/enrol";

    private static string Concrete(string path) => path.TrimStart('/')
        .Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{trialId:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
        .Replace("{token}", "none", StringComparison.Ordinal).Replace("{user}", "nobody-of-that-name", StringComparison.Ordinal).Replace("{code}", "P99", StringComparison.Ordinal).Replace("{format}", "csv", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(RouteEndpoint endpoint)
    {
        string path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        path = path.StartsWith(Base, StringComparison.Ordinal) ? "/" + path[Base.Length..].Trim('/') : path;
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(m => $"{m} {path}");
    }
}
