using GaitSense.Clinic.Accounts;

namespace GaitSense.Clinic.Tests;

public sealed class RolesTests
{
    [Fact]
    public void Role_IsOneWordOfItsOwn() => Roles.All.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
}
