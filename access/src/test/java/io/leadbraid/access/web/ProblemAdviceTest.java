package io.leadbraid.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.access.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemAdviceTest {

    record Order(int amount) {}

    @RestController
    static class Shop {

        @GetMapping("/orders")
        String orders(@RequestParam int limit) {
            if (limit == 0) {
                throw new IllegalStateException("secret of the house");
            }
            throw ProblemException.conflict("sold-out", "Nothing is left.");
        }

        @PostMapping("/orders")
        String order(@RequestBody Order order) {
            return "ok";
        }
    }

    private final MockMvc shop = MockMvcBuilders.standaloneSetup(new Shop())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @Test
    void badInputIsNamedByItsField() throws Exception {
        assertThat(answer(MockMvcRequestBuilders.get("/orders"), 422))
                .contains("/problems/invalid", "limit", "is missing");
        assertThat(answer(MockMvcRequestBuilders.get("/orders?limit=x"), 422))
                .contains("limit", "is not of the type int");
        assertThat(answer(post("{\"amount\": \"many\"}"), 422)).contains("amount");
    }

    @Test
    void aBodyThatIsNoJsonIsMalformed() throws Exception {
        assertThat(answer(post("{\"amount\""), 400)).contains("/problems/malformed");
    }

    @Test
    void aRefusalKeepsItsType() throws Exception {
        assertThat(answer(MockMvcRequestBuilders.get("/orders?limit=1"), 409)).contains("/problems/sold-out");
        assertThat(answer(MockMvcRequestBuilders.delete("/orders"), 405)).contains("/problems/method-not-allowed");
    }

    @Test
    void aBugShowsNothingOfItself() throws Exception {
        assertThat(answer(MockMvcRequestBuilders.get("/orders?limit=0"), 500))
                .contains("/problems/internal")
                .doesNotContain("secret");
    }

    private static MockHttpServletRequestBuilder post(String body) {
        return MockMvcRequestBuilders.post("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = shop.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return response.getContentAsString();
    }
}
